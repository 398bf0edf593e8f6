package dev.maestro.engine.policy.input;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.number.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * All that one evaluation of the trading policy looks at.
 *
 * @param winningStreak newest closed trades in a row that won; 0 if unknown
 * @param ensembleQuality of the tenant's models
 * @param symbols in the order in which they shall be listed
 * @param globalGuard empty: there is no global policy
 * @param killSwitch why it is not ACTIVE; empty: it is
 * @param drawdownLatched the loss limit was reached earlier on this day
 */
public record PolicyInputs(
    MarketInputs market,
    RiskState riskState,
    int winningStreak,
    Reading<Fraction> ensembleQuality,
    TradingCosts costs,
    List<SymbolStatistics> symbols,
    Optional<GlobalGuard> globalGuard,
    Optional<String> killSwitch,
    boolean drawdownLatched) {

  /** Takes a copy of the symbols. */
  public PolicyInputs {
    symbols = List.copyOf(symbols);
  }

  /** The same inputs under a global policy. */
  public PolicyInputs withGlobalGuard(GlobalGuard guard) {
    return new PolicyInputs(
        market,
        riskState,
        winningStreak,
        ensembleQuality,
        costs,
        symbols,
        Optional.of(guard),
        killSwitch,
        drawdownLatched);
  }

  /** The same inputs with the kill switch thrown. */
  public PolicyInputs withKillSwitch(String reason) {
    return new PolicyInputs(
        market,
        riskState,
        winningStreak,
        ensembleQuality,
        costs,
        symbols,
        globalGuard,
        Optional.of(reason),
        drawdownLatched);
  }

  /** The same inputs on a day whose loss limit was reached. */
  public PolicyInputs withDrawdownLatched() {
    return new PolicyInputs(
        market,
        riskState,
        winningStreak,
        ensembleQuality,
        costs,
        symbols,
        globalGuard,
        killSwitch,
        true);
  }
}
