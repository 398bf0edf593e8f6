package dev.maestro.engine.paper.broker;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.paper.Guard;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** At which price a bar fills what. Prices have 10 places, rounded against the trader. */
final class PaperPrice {
  private static final int PLACES = 10;
  private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

  /** No bar above it is a market, and no amount made of it could be read again. */
  private static final double HIGHEST = 1e12;

  /** Below it a price would be 0 at the places that are kept. */
  private static final double LOWEST = 1e-9;

  private PaperPrice() {}

  /** True if the bar's prices can be reckoned with; a bar that cannot be is none. */
  static boolean isUsable(Bar bar) {
    return bar.low() >= LOWEST && bar.high() <= HIGHEST;
  }

  /**
   * What an order pays in a bar; empty if the bar does not fill it. At the market: the open, worse
   * by the slippage. With a limit: the open where it is better, else the limit where the bar trades
   * through it, which takes more than touching it.
   */
  static Optional<BigDecimal> of(PaperOrder order, Bar bar, PaperConfig config) {
    BigDecimal open = price(bar.open());
    if (order.limit().isEmpty()) {
      return Optional.of(slipped(open, order.side(), config));
    }
    BigDecimal limit = order.limit().get();
    if (isBetter(open, limit, order.side())) {
      return Optional.of(open);
    }
    BigDecimal extreme = price(order.side() == OrderSide.BUY ? bar.low() : bar.high());
    return order.limit().filter(at -> isBetter(extreme, at, order.side()));
  }

  /**
   * At which price a bar closes a position by its stop: the price at which it is in the bar first,
   * where that lies beyond the stop already, else the stop; worse by the slippage.
   *
   * @param first the open, or what an entry paid within the bar
   */
  static Optional<BigDecimal> stop(
      Guard guard, OrderSide opened, BigDecimal first, Bar bar, PaperConfig config) {
    OrderSide closing = OrderSide.closing(opened.sign());
    BigDecimal worst = price(opened == OrderSide.BUY ? bar.low() : bar.high());
    return guard
        .stopLevel(opened)
        .filter(level -> isReached(worst, level, closing))
        .map(level -> isReached(first, level, closing) ? first : level)
        .map(at -> slipped(at, closing, config));
  }

  /** At which price a bar closes a position by its target: the open where it is better. */
  static Optional<BigDecimal> target(Guard guard, OrderSide opened, Bar bar) {
    BigDecimal open = price(bar.open());
    BigDecimal best = price(opened == OrderSide.BUY ? bar.high() : bar.low());
    return guard
        .target()
        .filter(level -> isReached(best, level, opened))
        .map(level -> isReached(open, level, opened) ? open : level);
  }

  /** A price of a bar, exact up to the places that are kept. */
  static BigDecimal price(double given) {
    BigDecimal rounded = BigDecimal.valueOf(given).setScale(PLACES, RoundingMode.HALF_EVEN);
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static BigDecimal slipped(BigDecimal price, OrderSide side, PaperConfig config) {
    BigDecimal slip = price.multiply(config.slippageBps()).divide(BPS);
    return side == OrderSide.BUY
        ? price.add(slip).setScale(PLACES, RoundingMode.CEILING)
        : price.subtract(slip).setScale(PLACES, RoundingMode.FLOOR);
  }

  /** Cheaper for who buys, dearer for who sells. */
  private static boolean isBetter(BigDecimal price, BigDecimal limit, OrderSide side) {
    return price.compareTo(limit) * side.sign() < 0;
  }

  /** At the level or beyond it: upwards for BUY, downwards for SELL. */
  private static boolean isReached(BigDecimal price, BigDecimal level, OrderSide direction) {
    return price.compareTo(level) * direction.sign() >= 0;
  }
}
