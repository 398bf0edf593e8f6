package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.systemic.RiskInputs;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of the markets; each may be older than a cycle takes it for true.
 *
 * @param symbols the benchmark, and what strategies in process look at
 * @param vix empty if it is missing or unreadable
 * @param ensemble quality of the tenant's models, 0 to 1; empty if nobody reports it
 */
public record MarketFacts(
    Map<Symbol, SymbolMarket> symbols,
    Optional<RiskInputs.Vix> vix,
    Optional<Dated<Reading<Fraction>>> ensemble) {
  /** Nothing is known. */
  public static final MarketFacts NONE =
      new MarketFacts(Map.of(), Optional.empty(), Optional.empty());

  /** The same with other bars and costs of a symbol. */
  public MarketFacts withSymbol(Symbol symbol, SymbolMarket market) {
    Map<Symbol, SymbolMarket> all = new TreeMap<>(symbols);
    all.put(symbol, market);
    return new MarketFacts(all, vix, ensemble);
  }

  /** The same with another reading of the volatility index. */
  public MarketFacts withVix(Optional<RiskInputs.Vix> reading) {
    return new MarketFacts(symbols, reading, ensemble);
  }
}
