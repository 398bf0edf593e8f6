package dev.maestro.engine.policy;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a trading policy is written and read. What is said of unlisted symbols stands on stored
 * policies only; where it is missing, they are denied. What is lost of the rest, or contradicts
 * itself, makes all of it unreadable: {@code allow_new_trades} must be true exactly if nothing
 * blocks.
 */
public final class TradingPolicyForm {
  /** What can name nothing tradable is left out: no signal can ask for it. */
  private static final Kind<List<Symbol>> SYMBOLS =
      Kinds.list(Kinds.TEXT)
          .as(
              texts -> texts.stream().map(Symbol::of).flatMap(Optional::stream).toList(),
              symbols -> symbols.stream().map(Symbol::value).toList());

  private static final Field<TradingPolicy, Boolean> ALLOW_NEW_TRADES =
      Field.required("allow_new_trades", Kinds.FLAG, TradingPolicy::allowNewTrades);
  private static final Field<TradingPolicy, RiskProfile> RISK_PROFILE =
      Field.required("risk_profile", Kinds.word(RiskProfile.class), TradingPolicy::riskProfile);
  private static final Field<TradingPolicy, Percent> MAX_RISK =
      Field.required("max_risk_pct", Kinds.PERCENT, TradingPolicy::maxRisk);
  private static final Field<TradingPolicy, Fraction> MIN_CONFIDENCE =
      Field.required("min_confidence", Kinds.FRACTION, TradingPolicy::minConfidence);
  private static final Field<TradingPolicy, EntryMode> ENTRY_MODE =
      Field.required("entry_mode", Kinds.word(EntryMode.class), TradingPolicy::entryMode);
  private static final Field<TradingPolicy, ExitMode> EXIT_MODE =
      Field.required("exit_mode", Kinds.word(ExitMode.class), TradingPolicy::exitMode);
  private static final Field<TradingPolicy, Integer> MAX_POSITIONS =
      Field.required("max_positions", Kinds.COUNT, TradingPolicy::maxPositions);
  private static final Field<TradingPolicy, List<Symbol>> ALLOWED =
      Field.withDefault("allowed_symbols", SYMBOLS, List.of(), TradingPolicy::allowedSymbols);
  private static final Field<TradingPolicy, List<Symbol>> DISALLOWED =
      Field.required("disallowed_symbols", SYMBOLS, TradingPolicy::disallowedSymbols);
  private static final Field<TradingPolicy, SymbolsDefault> SYMBOLS_DEFAULT =
      Field.withDefault(
          "symbols_default",
          Kinds.word(SymbolsDefault.class),
          SymbolsDefault.DENY,
          TradingPolicy::symbolsDefault);
  private static final Field<TradingPolicy, String> NOTE =
      Field.required("note", Kinds.TEXT, TradingPolicy::note);
  private static final Field<TradingPolicy, Set<BlockReason>> BLOCK_REASONS =
      Field.required("block_reasons", Kinds.words(BlockReason.class), TradingPolicy::blockReasons);
  private static final Field<TradingPolicy, Instant> TIMESTAMP =
      Field.required("timestamp", Kinds.TIME, TradingPolicy::timestamp);
  private static final Field<TradingPolicy, ProfileName> PROFILE =
      Field.required("profile", Kinds.word(ProfileName.class), TradingPolicy::profile);

  /** All of it. */
  public static final Form<TradingPolicy> FORM =
      Form.of(
          "a trading policy",
          TradingPolicyForm::read,
          List.of(
              ALLOW_NEW_TRADES,
              RISK_PROFILE,
              MAX_RISK,
              MIN_CONFIDENCE,
              ENTRY_MODE,
              EXIT_MODE,
              MAX_POSITIONS,
              ALLOWED,
              DISALLOWED,
              SYMBOLS_DEFAULT,
              NOTE,
              BLOCK_REASONS,
              TIMESTAMP,
              PROFILE));

  /** What it says, without the time at which it was decided. */
  public static final View<TradingPolicy> TERMS =
      View.of(
          ALLOW_NEW_TRADES,
          RISK_PROFILE,
          MAX_RISK,
          MIN_CONFIDENCE,
          ENTRY_MODE,
          EXIT_MODE,
          MAX_POSITIONS,
          ALLOWED,
          DISALLOWED,
          SYMBOLS_DEFAULT,
          NOTE,
          BLOCK_REASONS,
          PROFILE);

  /** As a record of decisions has it. */
  public static final View<TradingPolicy> RECORD =
      View.of(
              ALLOW_NEW_TRADES,
              RISK_PROFILE,
              MAX_RISK,
              MIN_CONFIDENCE,
              ENTRY_MODE,
              EXIT_MODE,
              MAX_POSITIONS,
              ALLOWED,
              DISALLOWED,
              NOTE,
              BLOCK_REASONS,
              PROFILE)
          .with(TIMESTAMP.name(), policy -> CanonicalJson.time(policy.timestamp()));

  /** What the first screen shows. */
  public static final View<TradingPolicy> SUMMARY =
      View.of(
          ALLOW_NEW_TRADES,
          RISK_PROFILE,
          MAX_RISK,
          MIN_CONFIDENCE,
          ENTRY_MODE,
          EXIT_MODE,
          BLOCK_REASONS,
          NOTE);

  /** What of it is limits and no word, for people who compare two. */
  public static final View<TradingPolicy> LIMITS =
      View.of(MAX_RISK, MIN_CONFIDENCE, RISK_PROFILE, ENTRY_MODE, EXIT_MODE);

  private TradingPolicyForm() {}

  private static TradingPolicy read(Fields in) {
    TradingPolicy policy =
        new TradingPolicy(
            RISK_PROFILE.in(in),
            new TradingLimits(
                MAX_RISK.in(in),
                MIN_CONFIDENCE.in(in),
                ENTRY_MODE.in(in),
                EXIT_MODE.in(in),
                MAX_POSITIONS.in(in)),
            new SymbolLists(ALLOWED.in(in), DISALLOWED.in(in), SYMBOLS_DEFAULT.in(in)),
            NOTE.in(in),
            BLOCK_REASONS.in(in),
            TIMESTAMP.in(in),
            PROFILE.in(in));
    if (ALLOW_NEW_TRADES.in(in) != policy.allowNewTrades()) {
      throw new IllegalArgumentException(
          ALLOW_NEW_TRADES.name()
              + " is true exactly if nothing blocks, got "
              + policy.riskProfile());
    }
    return policy;
  }

  static boolean hasSameTerms(TradingPolicy one, TradingPolicy other) {
    return FORM.names().stream()
        .filter(name -> !name.equals(TIMESTAMP.name()) && !name.equals(NOTE.name()))
        .allMatch(name -> Objects.equals(FORM.write(one).get(name), FORM.write(other).get(name)));
  }
}
