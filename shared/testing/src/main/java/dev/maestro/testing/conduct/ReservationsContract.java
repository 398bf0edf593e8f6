package dev.maestro.testing.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cycles that run at once reserve on one account, on one store. */
public abstract class ReservationsContract {
  protected static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final BigDecimal EQUITY = new BigDecimal("10000");

  protected final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private ConductStage stage;

  /** An empty store. */
  protected abstract ConductStage emptyStage();

  /** Strategies of the process that want to buy. */
  private record BuyingMarket(List<Signal> signals) implements MarketPort {
    private static final CalmMarket CALM = new CalmMarket();

    @Override
    public MarketState classify(
        BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
      return CALM.classify(bars, spreadBps, thresholds, now);
    }

    @Override
    public List<Signal> evaluate(
        MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
      return signals;
    }
  }

  /** The policy lets nothing in before the second cycle. */
  @BeforeEach
  void one_tenant_that_may_trade() {
    stage = emptyStage();
    stage.createTenant(TENANT, NOON);
    conduct(0, new CalmMarket());
    conduct(1, new CalmMarket());
  }

  @Test
  void of_three_cycles_at_once_that_want_half_of_the_buying_power_the_last_has_nothing_left() {
    at(3);
    clock.set(slot(4).start().minusSeconds(30));
    mayBuyFor("500");
    List<Conclusion> ended = new ArrayList<>();
    Runnable first = () -> ended.add(cycle(2, "AAPL", () -> {}));
    Runnable second = () -> ended.add(cycle(3, "MSFT", first));
    ended.add(cycle(4, "TSLA", second));
    assertThat(ended).hasSize(3).allMatch(each -> each instanceof Conclusion.Decided);
    assertThat(reserved()).containsExactly(Money.of("250"), Money.of("240.19"));
    assertThat(LedgerSums.available(ledger()).orElseThrow()).isNotNegative();
  }

  @Test
  void a_signal_that_three_cycles_see_is_one_intent() {
    at(2);
    stage.send(TENANT, "trend", fields("AAPL"), clock.instant());
    List<LedgerChanges.Reserved> reserved = new ArrayList<>();
    for (int number = 2; number < 5; number++) {
      Conclusion.Decided decided = (Conclusion.Decided) conduct(number, new CalmMarket());
      reserved.addAll(
          decided
              .commit()
              .outcome()
              .capital()
              .orElseThrow()
              .reserved(decided.commit().situation().facts().config().conduct().accountId()));
    }
    assertThat(reserved).hasSize(1);
    assertThat(stage.cycles().known(TENANT, Set.of(reserved.get(0).intent().intent().nonce())))
        .hasSize(1);
  }

  /** Its strategy wants to buy; something else happens before it is stored. */
  protected Conclusion cycle(int number, String symbol, Runnable meanwhile) {
    List<Runnable> once = new ArrayList<>(List.of(meanwhile));
    CyclesPort disturbed =
        new TroubledCycles(stage.cycles()) {
          @Override
          protected void beforeCommit() {
            if (!once.isEmpty()) {
              once.remove(0).run();
            }
          }
        };
    return conducting(disturbed, new BuyingMarket(List.of(signal("trend", symbol))))
        .conduct(TENANT, slot(number), symbol);
  }

  private Signal signal(String strategy, String symbol) {
    Instant now = clock.instant();
    return SignalReader.sent(
        new StrategyName(strategy),
        Optional.of(fields(symbol)),
        Optional.of(now),
        Optional.empty(),
        now);
  }

  /** Wants 250: a tenth of what its agent has, halved while it is REDUCED. */
  private static Map<String, Object> fields(String symbol) {
    return Map.of(
        "action", "BUY",
        "symbol", symbol,
        "allocation", "0.1",
        "confidence", "0.9",
        "price", "100",
        "stop_price", "98");
  }

  private Conclusion conduct(int number, MarketPort market) {
    at(number);
    return conducting(stage.cycles(), market).conduct(TENANT, slot(number), "owner");
  }

  private ConductSlot conducting(CyclesPort cycles, MarketPort market) {
    return new ConductSlot(
        cycles, market, (tenant, code, message, now) -> {}, clock, LEASE, "test");
  }

  /** It is the time of a slot, and the account has just been shown. */
  protected void at(int number) {
    clock.set(slot(number).start().plusSeconds(2));
    stage.reportAccount(TENANT, EQUITY, clock.instant());
  }

  protected void mayBuyFor(String buyingPower) {
    Instant asOf = clock.instant();
    stage.reportAccount(
        TENANT, new AccountSnapshot("main", EQUITY, new BigDecimal(buyingPower), List.of(), asOf));
  }

  protected List<Money> reserved() {
    return ledger().intents().all().stream()
        .map(Intent::reserved)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static Slot slot(int number) {
    return new Slot(NOON.plus(FIVE_MINUTES.multipliedBy(number)));
  }

  protected Ledger ledger() {
    return stage.cycles().load(TENANT, clock.instant()).money().ledger().orElseThrow().ledger();
  }
}
