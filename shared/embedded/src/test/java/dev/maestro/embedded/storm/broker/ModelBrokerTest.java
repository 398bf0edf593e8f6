package dev.maestro.embedded.storm.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.embedded.storm.world.VirtualClock;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import org.junit.jupiter.api.Test;

class ModelBrokerTest {
  private static final PositionKey KEY =
      new PositionKey(Cast.SYMBOLS.get(0), Cast.STRATEGIES.get(0));
  private static final long HUNDRED = 100 * Units.ONE;

  private final VirtualClock clock = new VirtualClock();
  private final ModelBroker broker = new ModelBroker(clock);
  private final long start = broker.buyingPower();

  private BrokerOrder sent(String nonce, OrderSide side, long units) {
    BrokerOrder order =
        new BrokerOrder(new Nonce(nonce), KEY, side, HUNDRED * 100, units, 100_00, clock.now());
    broker.send(order);
    return order;
  }

  @Test
  void what_is_bought_is_paid_and_what_is_sold_comes_back_with_its_gain() {
    BrokerOrder buy = sent("b", OrderSide.BUY, HUNDRED);
    broker.fill(buy, HUNDRED, 100, Units.ONE);
    assertThat(broker.buyingPower()).isEqualTo(start - 100 * HUNDRED - Units.ONE);
    assertThat(buy.isDone()).isTrue();
    broker.fill(sent("s", OrderSide.SELL, HUNDRED), HUNDRED, 102, 0);
    assertThat(broker.buyingPower()).isEqualTo(start + 2 * HUNDRED - Units.ONE);
    assertThat(broker.held(KEY)).isZero();
  }

  @Test
  void a_short_takes_what_it_is_worth_and_gains_when_it_is_bought_back_for_less() {
    broker.fill(sent("s", OrderSide.SELL, HUNDRED), HUNDRED, 100, 0);
    assertThat(broker.buyingPower()).isEqualTo(start - 100 * HUNDRED);
    broker.close(KEY, HUNDRED, 98_00, 0, clock.now());
    assertThat(broker.buyingPower()).isEqualTo(start + 2 * HUNDRED);
    assertThat(broker.closes()).hasSize(1);
  }

  @Test
  void a_fill_beyond_what_is_held_opens_the_other_side() {
    broker.fill(sent("b", OrderSide.BUY, HUNDRED), HUNDRED, 100, 0);
    broker.fill(sent("s", OrderSide.SELL, 3 * HUNDRED), 3 * HUNDRED, 100, 0);
    assertThat(broker.held(KEY)).isEqualTo(-2 * HUNDRED);
    assertThat(broker.buyingPower()).isEqualTo(start - 200 * HUNDRED);
  }

  @Test
  void a_second_order_of_a_nonce_is_refused() {
    BrokerOrder first = sent("n", OrderSide.BUY, HUNDRED);
    sent("n", OrderSide.SELL, HUNDRED);
    assertThat(broker.orders()).containsExactly(first);
  }

  @Test
  void a_split_leaves_the_cost_and_cancels_what_works() {
    broker.fill(sent("b", OrderSide.BUY, HUNDRED), HUNDRED, 100, 0);
    BrokerOrder working = sent("w", OrderSide.BUY, HUNDRED);
    broker.split(KEY.symbol(), 3, 1);
    assertThat(broker.held(KEY)).isEqualTo(3 * HUNDRED);
    assertThat(broker.cost(KEY.symbol())).isEqualTo(100 * HUNDRED);
    assertThat(working.isDone()).isTrue();
  }
}
