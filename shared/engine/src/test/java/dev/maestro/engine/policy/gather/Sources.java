package dev.maestro.engine.policy.gather;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.RandomCase;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.TradingCosts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Sources of a calm day, of which a test changes what it is about. */
final class Sources {
  static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  static final Duration BAR = Duration.ofMinutes(30);

  MarketReading market = market(HealthRegime.BULL_TRENDING, Volatility.NORMAL);
  AccountReading account = account("100000", "100000", "0", "100000");
  List<ClosedTrade> trades = List.of();
  TradingCosts costs = TradingCosts.UNKNOWN;
  Reading<Fraction> quality = Reading.absent();
  Instant marketAt = NOW;
  Instant accountAt = NOW;
  Instant tradesAt = NOW;
  boolean tradesAreWhole = true;
  Instant costsAt = NOW;
  Instant qualityAt = NOW;

  static MarketReading market(HealthRegime regime, Volatility volatility) {
    return new MarketReading(new MarketState(regime, volatility), BAR);
  }

  /** Two positions of 4000 and an entry of 1000 in flight. */
  static AccountReading account(String equity, String start, String flows, String highest) {
    return new AccountReading(
        new BigDecimal(equity),
        Optional.of(
            new DayEquity(
                TODAY, new BigDecimal(start), new BigDecimal(flows), new BigDecimal(highest))),
        2,
        1,
        Optional.of(new BigDecimal("8000")),
        Optional.of(new BigDecimal("1000")));
  }

  /** A trade of a symbol, so many hours ago, that risked 100 if a risk is asked for. */
  static ClosedTrade trade(int hoursAgo, String symbol, int pnl, boolean hasRisk) {
    return new ClosedTrade(
        "T" + hoursAgo,
        "S",
        Symbol.of(symbol),
        NOW.minus(Duration.ofHours(hoursAgo)),
        BigDecimal.valueOf(pnl),
        hasRisk ? Optional.of(BigDecimal.valueOf(100)) : Optional.empty());
  }

  /** Anything around the thresholds, all of it fresh. */
  static Sources random(SplittableRandom random) {
    Sources drawn = new Sources();
    drawn.market =
        market(
            RandomCase.pick(random, HealthRegime.values()),
            RandomCase.pick(random, Volatility.values()));
    drawn.account =
        account(
            String.valueOf(random.nextInt(94_000, 103_000)),
            "100000",
            String.valueOf(random.nextInt(-2000, 2000)),
            String.valueOf(random.nextInt(100_000, 103_000)));
    drawn.trades = trades(random);
    drawn.costs =
        new TradingCosts(
            random.nextBoolean()
                ? Reading.absent()
                : Reading.of(RandomCase.pick(random, CostLevel.values())),
            Reading.of(random.nextDouble(20)),
            Reading.absent(),
            random.nextBoolean() ? Reading.absent() : Reading.of(random.nextDouble(16)),
            random.nextBoolean() ? Reading.absent() : Reading.of(random.nextDouble(0.4)));
    drawn.quality = Reading.of(new Fraction(random.nextDouble()));
    return drawn;
  }

  private static List<ClosedTrade> trades(SplittableRandom random) {
    List<ClosedTrade> trades = new ArrayList<>();
    int count = random.nextInt(80);
    for (int i = 0; i < count; i++) {
      String symbol = random.nextInt(3) == 0 ? "SPY" : "BTCUSDT";
      trades.add(trade(i * 12, symbol, random.nextInt(-100, 150), random.nextBoolean()));
    }
    return trades;
  }

  PolicySources build() {
    return new PolicySources(
        Optional.of(new Dated<>(market, marketAt)),
        Optional.of(new Dated<>(account, accountAt)),
        Optional.of(
            new Dated<>(
                new PolicySources.Trades(RollingTrades.rebuild(trades, NOW), tradesAreWhole),
                tradesAt)),
        Optional.of(new Dated<>(costs, costsAt)),
        Optional.of(new Dated<>(quality, qualityAt)));
  }

  PolicyInputs gather() {
    return InputGatherer.gather(build(), TODAY, NOW);
  }
}
