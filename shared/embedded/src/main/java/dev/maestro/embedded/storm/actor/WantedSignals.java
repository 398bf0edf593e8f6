package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.storm.world.Prices;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.sizing.EntryTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What strategies want: mostly new, now and then a signal that was seen before. */
public final class WantedSignals {
  private static final BigDecimal NO_BOUND = BigDecimal.valueOf(300);
  private static final int MANY = 1000;
  private static final int PRICE_PLACES = 2;

  private final Chance chance;
  private final Prices prices;
  private final List<LedgerCommand.Reserve> entries = new ArrayList<>();
  private final List<LedgerCommand.Exit> exits = new ArrayList<>();

  /** At the market's prices. */
  public WantedSignals(Chance chance, Prices prices) {
    this.chance = chance;
    this.prices = prices;
  }

  LedgerCommand.Reserve entry() {
    if (!entries.isEmpty() && chance.oneIn(5)) {
      return chance.pick(entries);
    }
    PositionKey key = Cast.any(chance);
    OrderSide side = chance.oneIn(4) ? OrderSide.SELL : OrderSide.BUY;
    BigDecimal price = BigDecimal.valueOf(prices.of(key.symbol()), PRICE_PLACES);
    BigDecimal stop = price.multiply(BigDecimal.valueOf(side == OrderSide.BUY ? 97 : 103, 2));
    EntryTerms terms =
        new EntryTerms(
            side,
            BigDecimal.ONE,
            BigDecimal.valueOf(chance.pick(50, 50, 50, 60, 100, 10, 20), 2),
            Optional.of(price),
            Optional.of(stop).filter(unused -> chance.oneIn(2)),
            Optional.of(price),
            NO_BOUND,
            NO_BOUND);
    LedgerCommand.Reserve entry =
        new LedgerCommand.Reserve(
            new Nonce("entry" + entries.size()),
            key,
            Optional.of(Cast.agentOf(key.holder())),
            terms,
            chance.oneIn(3),
            MANY,
            MANY);
    entries.add(entry);
    return entry;
  }

  LedgerCommand.Exit exit(PositionKey key) {
    if (!exits.isEmpty() && chance.oneIn(8)) {
      return chance.pick(exits);
    }
    Optional<Quantity> part =
        chance.oneIn(3)
            ? Optional.of(Units.quantity(Units.ONE * (1 + chance.below(400))))
            : Optional.empty();
    LedgerCommand.Exit exit = new LedgerCommand.Exit(new Nonce("exit" + exits.size()), key, part);
    exits.add(exit);
    return exit;
  }
}
