package dev.maestro.firestore.wrong;

import dev.maestro.firestore.wrong.Breach.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a wrong value may do all the same, and why that is no breach of a law. */
record Accepted(Pattern place, Kind kind, Set<WrongValue> wrong, String why) {
  private static final Set<WrongValue> ANY = EnumSet.allOf(WrongValue.class);
  private static final Set<WrongValue> NUMBERS =
      EnumSet.of(WrongValue.NUMBER, WrongValue.NEGATIVE, WrongValue.HUGE);
  private static final Set<WrongValue> NAMES =
      EnumSet.of(WrongValue.TEXT, WrongValue.EMPTY, WrongValue.LONG_TEXT, WrongValue.DAY_2099);
  private static final Set<WrongValue> READABLE =
      EnumSet.of(
          WrongValue.TEXT,
          WrongValue.EMPTY,
          WrongValue.LONG_TEXT,
          WrongValue.DAY_2099,
          WrongValue.NUMBER,
          WrongValue.NEGATIVE,
          WrongValue.HUGE,
          WrongValue.FLAG);
  private static final Set<WrongValue> NOTHING =
      EnumSet.of(WrongValue.ABSENT, WrongValue.NULL, WrongValue.EMPTY_LIST, WrongValue.EMPTY_MAP);

  private static final List<Accepted> UNDECIDED =
      List.of(
          of(
              "config/maestro tenant.*",
              Kind.UNDECIDED,
              ANY,
              "who the tenant is, nobody can guess: refused with a CRITICAL alert"),
          of(
              "control/chain (seq|hash)",
              Kind.UNDECIDED,
              ANY,
              "a chain continued from nowhere forks: refused with a CRITICAL alert"));

  private static final List<Accepted> LOOSER =
      List.of(
          of(
              "config/maestro values.*",
              Kind.LOOSER,
              ANY,
              "what is readable is what a person has configured or left to its default"),
          of(
              "strategies/[a-z]+ (scale_in|allow_shorts)",
              Kind.LOOSER,
              EnumSet.of(WrongValue.FLAG),
              "a readable flag is what a person has registered"),
          of(
              "signals/[a-z]+ signal.symbol",
              Kind.LOOSER,
              NAMES,
              "a readable name is another symbol"),
          of(
              "accounts/main (equity|flows_today|positions.*quantity)",
              Kind.LOOSER,
              NUMBERS,
              "a readable number is another report of the broker"),
          of(
              "accounts/main positions.*(symbol|strategy)",
              Kind.LOOSER,
              NAMES,
              "a readable name is another position"),
          of(
              "accounts/main positions(\\[\\d\\])?",
              Kind.LOOSER,
              NOTHING,
              "a shorter list is that of fewer positions"),
          of(
              "ledger/main .*",
              Kind.LOOSER,
              READABLE,
              "a readable edit of the ledger is found by 'ledger verify', which holds it against"
                  + " its intents"),
          of(
              "marketData/SPY (cost_in_R|spread|slippage)(_bps)?",
              Kind.LOOSER,
              ANY,
              "spec 3: costs that nobody gives are not used"),
          of(
              "maestro/stats trades.names.*",
              Kind.LOOSER,
              NAMES,
              "a readable name is another strategy or symbol"),
          of(
              "users/owner/tradeJournal/late (realized_pnl|closed_at|tenant_id)",
              Kind.LOOSER,
              ANY,
              "a trade without a readable result or time counts nowhere, and the event of its"
                  + " writing tells that; a number is another trade"));

  private static final List<Accepted> SILENT =
      List.of(
          of(
              "ledger/main .*",
              Kind.SILENT,
              READABLE,
              "a readable edit of the ledger is found by 'ledger verify', which holds it against"
                  + " its intents"),
          of(
              "(config/maestro|strategies/[a-z]+) .*",
              Kind.SILENT,
              ANY,
              "what is readable is what a person has set"),
          of(
              "signals/[a-z]+ (signal.*|received_at|expires_at)",
              Kind.SILENT,
              ANY,
              "an agent may say and leave out what it likes; its verdict names what is missing"),
          of(
              "accounts/main (equity|flows_today|positions).*",
              Kind.SILENT,
              ANY,
              "another report of the broker; a note of the policy names what it lacks"),
          of(
              "accounts/main buying_power",
              Kind.SILENT,
              NUMBERS,
              "a broker shows what is owed with a sign: less is available"),
          of(
              "marketData/SPY .*|inputs/ensemble .*|systemStatus/.*|users/owner/.*",
              Kind.SILENT,
              ANY,
              "another readable reading, or one that nobody gives; a note names what is lacking"),
          of(
              "(globalPolicy|policy)/current .*",
              Kind.SILENT,
              EnumSet.of(
                  WrongValue.ABSENT,
                  WrongValue.TEXT,
                  WrongValue.EMPTY,
                  WrongValue.LONG_TEXT,
                  WrongValue.DAY_2099,
                  WrongValue.NUMBER,
                  WrongValue.NEGATIVE,
                  WrongValue.HUGE,
                  WrongValue.EMPTY_LIST),
              "fewer and other names, and numbers in their range, say something that is tighter"),
          of(
              "maestro/(stats|throttle) .*",
              Kind.SILENT,
              ANY,
              "another readable past; what is lost of it is unreadable"));

  private static Accepted of(String place, Kind kind, Set<WrongValue> wrong, String why) {
    return new Accepted(Pattern.compile("(tenants/acme/)?(" + place + ")"), kind, wrong, why);
  }

  static boolean is(Breach breach, WrongValue wrong) {
    List<Accepted> ofKind =
        switch (breach.kind()) {
          case UNDECIDED -> UNDECIDED;
          case LOOSER -> LOOSER;
          case SILENT -> SILENT;
          case FAILED -> List.of();
        };
    return ofKind.stream()
        .filter(accepted -> accepted.wrong.contains(wrong))
        .anyMatch(accepted -> accepted.place.matcher(breach.place()).matches());
  }
}
