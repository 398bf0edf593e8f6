package dev.maestro.engine.market.feed;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.input.CostLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The readings that a feeder sends: {@code as_of}, and at least one of {@code vix}, {@code
 * ensemble_quality} and {@code costs} by symbol.
 */
public final class ReadingsBody {
  private static final int MOST_SYMBOLS = 20;
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
  private static final String AS_OF = "as_of";
  private static final String COSTS = "costs";

  private static final Kind<BigDecimal> ABOVE_0 =
      Kinds.leaf(
          "a decimal above 0",
          given -> Decimals.read(given).filter(number -> number.signum() > 0),
          number -> number);
  private static final Kind<Double> NOT_BELOW_0 =
      Kinds.leaf(
          "a number of 0 or more",
          given -> Kinds.NUMBER.find(given).filter(number -> number >= 0),
          number -> number);

  private ReadingsBody() {}

  /**
   * Reads them.
   *
   * @param now they may be a minute ahead of it
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static MarketReadings read(Fields body, Instant now) {
    Instant asOf = body.get(AS_OF, Kinds.TIME);
    if (asOf.isAfter(now.plus(CLOCK_TOLERANCE)) || asOf.isBefore(Instant.EPOCH)) {
      throw body.wrong(AS_OF, "at most one minute after now, " + now, asOf);
    }
    Optional<BigDecimal> vix = body.find("vix", ABOVE_0);
    Optional<Fraction> ensemble = body.find("ensemble_quality", Kinds.FRACTION);
    SortedMap<Symbol, Written> costs = costs(body.fields(COSTS));
    if (vix.isEmpty() && ensemble.isEmpty() && costs.isEmpty()) {
      throw body.missing("vix", "there, or ensemble_quality, or costs");
    }
    return new MarketReadings(asOf, vix, ensemble, costs);
  }

  private static SortedMap<Symbol, Written> costs(Fields bySymbol) {
    if (bySymbol.names().size() > MOST_SYMBOLS) {
      throw bySymbol.wrong("", "of at most " + MOST_SYMBOLS + " symbols", bySymbol.names().size());
    }
    SortedMap<Symbol, Written> costs = new TreeMap<>();
    for (String name : bySymbol.names()) {
      Fields given = bySymbol.fields(name);
      Symbol symbol =
          Symbol.of(name).orElseThrow(() -> bySymbol.wrong(name, Kinds.SYMBOL.rule(), name));
      if (given.names().isEmpty() || costs.put(symbol, costsOf(given)) != null) {
        throw bySymbol.wrong(name, "the costs of one symbol, which is named once", name);
      }
    }
    return costs;
  }

  private static Written costsOf(Fields given) {
    Written costs = Written.NOTHING;
    for (String level : new String[] {"spread", "slippage"}) {
      costs = with(costs, given, level, Kinds.word(CostLevel.class));
    }
    for (String figure : new String[] {"spread_bps", "slippage_bps", "cost_in_R"}) {
      costs = with(costs, given, figure, NOT_BELOW_0);
    }
    return with(costs, given, "funding_cost_estimate", Kinds.NUMBER);
  }

  private static <T> Written with(Written costs, Fields given, String name, Kind<T> kind) {
    Optional<T> value = given.find(name, kind);
    return value.isPresent() ? costs.with(name, value.get()) : costs;
  }
}
