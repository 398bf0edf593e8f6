package dev.maestro.market.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.AssetClass;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Signals;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves the host can be decided and recorded, whatever a strategy has put into it. */
class NormalisedSignalsTest {
  private static final Instant SLOT = Instant.parse("2026-01-05T15:00:00Z");
  private static final AccountSnapshot ACCOUNT =
      new AccountSnapshot("main", BigDecimal.TEN, BigDecimal.TEN, List.of(), SLOT);

  private record Saying(StrategyId id, Signal signal) implements Strategy {
    @Override
    public Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
      return signal;
    }

    @Override
    public Optional<StrategyVersion> version() {
      return StrategyVersion.of("code of " + id);
    }
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        arguments(
            "lower case",
            signal(new StrategyName("trend"), Action.BUY, "aapl", "1", Map.of()),
            "BUY"),
        arguments("a date", buy("1", Map.of("d", LocalDate.EPOCH)), "BUY"),
        arguments("no number", buy("1", Map.of("atr", Double.NaN)), "BUY"),
        arguments("no metadata", buy("1", nothing()), "BUY"),
        arguments("too large", buy("1E+200", Map.of()), "BUY"),
        arguments(
            "no action",
            signal(new StrategyName("trend"), nothing(), "AAPL", "1", Map.of()),
            "HOLD"),
        arguments("no strategy", signal(nothing(), Action.BUY, "AAPL", "1", Map.of()), "HOLD"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void a_signal_is_read_anew_and_costs_at_most_its_strategy(
      String what, Signal signal, String action) {
    StrategyHost host =
        new StrategyHost(
            List.of(
                new HostedStrategy("class", () -> new Saying(new StrategyId("trend"), signal)),
                new HostedStrategy("other", () -> new Saying(new StrategyId("other"), hold()))));
    List<Signal> signals = host.evaluate(market(), ACCOUNT, HealthRegime.UNKNOWN);
    Signal given = signals.get(0);
    assertThat(given.strategy()).isEqualTo(new StrategyName("trend"));
    assertThat(given.action().name()).as(what).isEqualTo(action);
    assertThat(given.error().isPresent()).isEqualTo(action.equals("HOLD"));
    assertThat(given.symbol()).isEqualTo(given.error().isPresent() ? none() : Symbol.of("AAPL"));
    assertThat(CanonicalJson.write(List.of(given.metadata(), given.price()))).isNotBlank();
    assertThat(signals.get(1).error()).isEmpty();
    assertThat(signals.get(1).version()).contains(new StrategyVersion("code of other"));
  }

  private static MarketSnapshot market() {
    return MarketSnapshot.of(Map.of(), SLOT);
  }

  private static Signal hold() {
    return Signals.hold(new StrategyId("other"), "fine", SLOT);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Signal buy(String price, Map<String, Object> metadata) {
    return signal(new StrategyName("trend"), Action.BUY, "AAPL", price, metadata);
  }

  private static Signal signal(
      StrategyName strategy,
      Action action,
      String symbol,
      String price,
      Map<String, Object> metadata) {
    return new Signal(
        strategy,
        action,
        Symbol.of(symbol),
        AssetClass.EQUITY,
        Optional.of(BigDecimal.ONE),
        Optional.of(BigDecimal.ONE),
        Optional.of(new BigDecimal(price)),
        Optional.empty(),
        false,
        Optional.empty(),
        "",
        metadata,
        Optional.empty(),
        "id",
        SLOT,
        SLOT.plusSeconds(60),
        Optional.empty(),
        Optional.empty());
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }
}
