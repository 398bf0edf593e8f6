package dev.maestro.engine.market.feed;

import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a feeder knows of the market beside bars, all of one time.
 *
 * @param asOf when it was so
 * @param vix points of the volatility index, above 0
 * @param ensembleQuality how far the strategies' ensemble can be trusted
 * @param costs what trading costs in a symbol, under the names of its document; those that are not
 *     given stay
 */
public record MarketReadings(
    Instant asOf,
    Optional<BigDecimal> vix,
    Optional<Fraction> ensembleQuality,
    SortedMap<Symbol, Written> costs) {
  /** Keeps its own map. */
  public MarketReadings {
    costs = Collections.unmodifiableSortedMap(new TreeMap<>(costs));
  }
}
