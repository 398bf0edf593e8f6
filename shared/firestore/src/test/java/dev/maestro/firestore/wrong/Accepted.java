package dev.maestro.firestore.wrong;

import java.util.List;
import java.util.regex.Pattern;

/** What a wrong value may do all the same, and why that is no breach of a law. */
record Accepted(Pattern place, List<Breach.Kind> kinds, String why) {
  private static final List<Accepted> ALL =
      List.of(
          of(
              "config/maestro tenant.*",
              "who the tenant is, nobody can guess: refused with a CRITICAL alert",
              Breach.Kind.UNDECIDED),
          of(
              "control/chain (seq|hash).*",
              "a chain that is continued from nowhere forks: refused with a CRITICAL alert",
              Breach.Kind.UNDECIDED),
          of(
              "config/maestro (values|valid).*",
              "what is readable and in range is what a person has configured",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "config/maestro tenant\\..*",
              "capital, zone and owner that can be read are what a person has set",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "systemStatus/control.*",
              "spec 2: a global switch that nobody has thrown is open",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "strategies/.*",
              "what is readable and in range is what a person has registered",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "signals/[a-z]+ signal.*",
              "an agent may say and leave out what it likes; its verdict names what is missing",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "signals/[a-z]+ (expires_at|received_at).*",
              "spec 2: a signal that gives its own time lives ten minutes without them",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "accounts/main (equity|buying_power|flows_today|positions).*",
              "another number, name or list is another report of the broker",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "marketData/SPY (cost_in_R|spread|slippage).*",
              "spec 3: costs that nobody gives are not used",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "marketData/SPY (bars|bar_minutes|updated_at).*",
              "another readable bar is another market, and bars that end early block entries",
              Breach.Kind.SILENT),
          of(
              "inputs/ensemble .*|systemStatus/market_data .*|users/owner/maestro/weights .*",
              "another readable number is another reading",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT),
          of(
              "globalPolicy/current (allowed_strategies|probation|max_|global_min).*",
              "fewer names and smaller limits only tighten",
              Breach.Kind.SILENT),
          of(
              "maestro/stats .*",
              "another readable figure is another past; what is lost of it is unreadable",
              Breach.Kind.SILENT),
          of(
              "users/owner/tradeJournal/.*",
              "a trade without a readable result or time counts nowhere and is told; another"
                  + " number is another trade",
              Breach.Kind.LOOSER,
              Breach.Kind.SILENT));

  private static Accepted of(String place, String why, Breach.Kind... kinds) {
    return new Accepted(
        Pattern.compile("(tenants/acme/)?(" + place + ")"), List.of(kinds), why);
  }

  static boolean is(Breach breach) {
    return ALL.stream()
        .anyMatch(
            accepted ->
                accepted.kinds.contains(breach.kind())
                    && accepted.place.matcher(breach.place()).matches());
  }
}
