package dev.maestro.embedded.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.testing.conduct.CalmMarket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Signals become intents, fills, trades and weights, and nobody writes a trade. */
class PaperLoopTest {
  private static final Duration BAR = Duration.ofMinutes(5);
  private static final Symbol SPY = new Symbol("SPY");
  private static final StrategyId BOT = new StrategyId("bot");
  private static final StrategyId OTHER = new StrategyId("other");

  private final List<Bar> bars = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-02T12:00:02Z");
  private final EmbeddedTenant tenant =
      new EmbeddedTenant(
          new Tenant(
              new TenantId("acme"),
              "Acme",
              true,
              new BigDecimal("100000"),
              ZoneOffset.UTC,
              new Uid("owner")),
          Map.of(
              "market", Map.of("benchmark_symbol", "SPY", "symbols", List.of("SPY")),
              "weights", Map.of("agent_ids", List.of("bot", "other"), "min_trades", 2),
              "meta", Map.of("enabled", false)),
          Map.of(),
          List.of(
              RegisteredStrategy.live(BOT, new Uid("owner")),
              RegisteredStrategy.live(OTHER, new Uid("owner"))),
          new CalmMarket(),
          (id, code, message, at) -> {},
          () -> now);

  PaperLoopTest() {
    for (int i = 80; i > 0; i--) {
      bars.add(bar(now.minus(BAR.multipliedBy(i)), 100, 100.2, 99.8, 100));
    }
    slot();
    slot();
  }

  private static Bar bar(Instant start, double open, double high, double low, double close) {
    return new Bar(start.minusSeconds(2), open, high, low, close, 1000);
  }

  /** Five minutes pass, in which the symbol moved so; then a slot is conducted. */
  private void minutes(double open, double high, double low, double close) {
    bars.add(bar(now, open, high, low, close));
    now = now.plus(BAR);
    slot();
  }

  private void slot() {
    tenant.feed(
        SPY,
        new SymbolMarket(
            new BarHistory(BAR, bars), OptionalDouble.empty(), TradingCosts.UNKNOWN, now));
    tenant.trade();
    assertThat(tenant.conduct(Slot.of(now)))
        .isInstanceOfAny(Conclusion.Decided.class, Conclusion.AlreadyDone.class);
  }

  private void calm() {
    minutes(100, 100.2, 99.8, 100);
  }

  private void buy() {
    tenant.send(
        BOT,
        Map.of(
            "action", "BUY",
            "symbol", "SPY",
            "allocation", "0.5",
            "confidence", "0.9",
            "price", "103",
            "stop_price", "98",
            "generated_at", now.toString()));
  }

  private void hold() {
    calm();
    buy();
    calm();
    calm();
    calm();
    assertThat(tenant.held(BOT, SPY)).as("%s", tenant.ledger()).isPresent();
  }

  @Test
  void a_stop_that_the_broker_fires_closes_a_trade_and_moves_a_weight_with_its_bar() {
    for (int round = 1; round <= 2; round++) {
      hold();
      bars.add(bar(now, 100, 100, 97, 97.5));
      now = now.plus(BAR);
      tenant.feed(
          SPY,
          new SymbolMarket(
              new BarHistory(BAR, bars), OptionalDouble.empty(), TradingCosts.UNKNOWN, now));
      tenant.trade();
      assertThat(tenant.held(BOT, SPY)).isEmpty();
      assertThat(tenant.closedTrades()).hasSize(round);
      assertThat(tenant.closedTrades().get(round - 1).realizedPnl()).isNegative();
    }
    assertThat(weight("bot")).isLessThan(weight("other"));
  }

  @Test
  void what_is_reduced_and_flattened_ends_flat_in_the_account_and_buys_nothing() {
    hold();
    tenant.control(
        TradingControl.INITIAL.next(TradingState.REDUCING, "a test", "operator", now).flattening());
    buy();
    calm();
    assertThat(tenant.ledger().orElseThrow().intents().all())
        .singleElement()
        .matches(Intent::isExit);
    calm();
    calm();
    assertThat(tenant.ledger().orElseThrow().book().holdings().all()).isEmpty();
    assertThat(tenant.ledger().orElseThrow().intents().all()).isEmpty();
    assertThat(tenant.closedTrades()).hasSize(1);
  }

  private BigDecimal weight(String agent) {
    return tenant.weights().agents().stream()
        .filter(each -> each.performance().agentId().equals(agent))
        .findFirst()
        .orElseThrow()
        .weight();
  }
}
