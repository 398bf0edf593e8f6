package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.storm.world.Prices;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.PositionKey;
import java.time.Instant;
import java.util.List;

/**
 * What happens at the broker by itself: fills, in parts, beyond what was asked, after a cancel was
 * asked; rejections; stops, heard of at once or ten minutes late; liquidations; late fees.
 */
public final class Market extends Actor {
  private static final int TICK_PERCENT = 1;
  private static final int HUNDREDTH = 100;
  private static final int TEN_MINUTES = 600;

  private final Stage stage;
  private final Chance chance;
  private final ModelBroker broker;
  private final Prices prices;
  private final int feeMode;

  /** Over a broker. */
  public Market(Stage stage, Prices prices) {
    this.stage = stage;
    this.chance = stage.chance();
    this.broker = stage.broker();
    this.prices = prices;
    this.feeMode = chance.below(3);
  }

  @Override
  Step begin() {
    if (prices.isClosed()) {
      return Step.IDLE;
    }
    switch (chance.below(20)) {
      case 0, 1 -> prices.move(chance.pick(Cast.SYMBOLS), chance.below(3) - TICK_PERCENT);
      case 2, 3 -> stop();
      case 4 -> end();
      case 5 -> rare();
      default -> {
        return fill() ? Step.END : Step.IDLE;
      }
    }
    return Step.END;
  }

  private boolean fill() {
    List<BrokerOrder> working = broker.working();
    if (working.isEmpty()) {
      return false;
    }
    BrokerOrder order = chance.pick(working);
    long left = order.units() - order.filled();
    boolean isOver = chance.oneIn(60);
    long part = chance.pick(left, left, left / 2, left / 3 + 1) / HUNDREDTH * HUNDREDTH;
    long units = isOver ? left + order.units() / 4 : part;
    if (units <= 0) {
      units = left;
    }
    int percent = (int) chance.pick(98, 100, 102);
    fill(order, units, percent);
    if (broker.isCancelAsked(order) && chance.oneIn(2)) {
      end(order);
    }
    return true;
  }

  private void fill(BrokerOrder order, long units, int percent) {
    long fees = fees(units);
    broker.fill(order, units, percent, fees);
    stage
        .trace()
        .say(
            () ->
                "broker fills "
                    + order.nonce()
                    + " with "
                    + Units.quantity(units)
                    + ", in all "
                    + Units.quantity(order.filled()));
  }

  /** None, or a little of what is worth at least a dollar a share. */
  private long fees(long units) {
    long most = Math.max(1, units / HUNDREDTH);
    return switch (feeMode) {
      case 0 -> 0;
      case 1 -> chance.below((int) most);
      default -> chance.below((int) most) - most / 2;
    };
  }

  private void stop() {
    List<PositionKey> held =
        broker.keys().stream()
            .filter(key -> !key.holder().isNobody() && broker.held(key) != 0)
            .toList();
    if (!held.isEmpty()) {
      PositionKey key = chance.pick(held);
      long all = Math.abs(broker.held(key));
      close(key, chance.oneIn(3) ? all / 2 / HUNDREDTH * HUNDREDTH : all, 97);
    }
  }

  private void close(PositionKey key, long units, int percent) {
    if (units > 0) {
      Instant heardAt = stage.clock().now().plusSeconds(chance.oneIn(2) ? TEN_MINUTES : 0);
      long fees = feeMode == 0 ? 0 : chance.below(HUNDREDTH);
      broker.close(key, units, prices.of(key.symbol()) * percent / HUNDREDTH, fees, heardAt);
      stage.trace().say(() -> "broker stops " + key + " out of " + Units.quantity(units));
    }
  }

  /** Nothing works any more. */
  public void endAll() {
    broker.working().forEach(this::end);
  }

  private void end() {
    List<BrokerOrder> working = broker.working();
    if (!working.isEmpty()) {
      end(chance.pick(working));
    }
  }

  private void end(BrokerOrder order) {
    if (!order.isDone()) {
      broker.end(order);
      stage
          .trace()
          .say(() -> "broker ends " + order.nonce() + " at " + Units.quantity(order.filled()));
    }
  }

  private void rare() {
    List<BrokerOrder> done =
        broker.orders().stream().filter(order -> order.isDone() && order.filled() > 0).toList();
    switch (chance.below(4)) {
      case 0 -> liquidate();
      case 1 -> {
        if (!done.isEmpty() && chance.oneIn(3)) {
          fill(chance.pick(done), HUNDREDTH * HUNDREDTH, HUNDREDTH);
        }
      }
      default -> {
        if (!done.isEmpty() && feeMode > 0) {
          BrokerOrder order = chance.pick(done);
          broker.charge(order, chance.below(2000) - 500L);
          stage.trace().say(() -> "broker corrects fees of " + order.nonce());
        }
      }
    }
  }

  private void liquidate() {
    for (PositionKey key : broker.keys()) {
      if (!key.holder().isNobody()) {
        close(key, Math.abs(broker.held(key)), 90);
      }
    }
  }
}
