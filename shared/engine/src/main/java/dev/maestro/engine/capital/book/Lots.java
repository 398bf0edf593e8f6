package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.table.SortedTable;
import dev.maestro.engine.name.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All lots, by symbol and strategy, the newest of each first. */
public final class Lots {
  /** None. */
  public static final Lots NONE = new Lots(SortedTable.empty(), 0);

  private static final Comparator<Lot> NEWEST_FIRST =
      Comparator.comparing(Lot::asOf)
          .thenComparing(lot -> lot.content().openedAt())
          .thenComparing(Lot::key)
          .reversed();

  private final SortedTable<PositionKey, List<Lot>> table;
  private final int size;

  private Lots(SortedTable<PositionKey, List<Lot>> table, int size) {
    this.table = table;
    this.size = size;
  }

  /** Their number. */
  public int size() {
    return size;
  }

  /** In order of symbol and strategy, the newest of each first. */
  public List<Lot> all() {
    List<Lot> all = new ArrayList<>(size);
    table.values().forEach(all::addAll);
    return all;
  }

  /** Those of one strategy in one symbol, newest first. */
  public List<Lot> of(PositionKey key) {
    return table.get(key).orElse(List.of());
  }

  /** Those of one symbol, newest first, whosever they are. */
  public List<Lot> of(Symbol symbol) {
    List<Lot> found = new ArrayList<>();
    for (List<Lot> lots : table.from(new PositionKey(symbol, Holder.NOBODY))) {
      if (!lots.get(0).key().symbol().equals(symbol)) {
        break;
      }
      found.addAll(lots);
    }
    found.sort(NEWEST_FIRST);
    return found;
  }

  /** With one more. */
  public Lots with(Lot added) {
    List<Lot> lots = new ArrayList<>(of(added.key()));
    lots.add(added);
    lots.sort(NEWEST_FIRST);
    return new Lots(table.with(added.key(), List.copyOf(lots)), size + 1);
  }

  /** With another stake for a lot; without it where nothing is left. */
  Lots leaving(Lot lot, Stake rest) {
    List<Lot> lots = new ArrayList<>(of(lot.key()));
    int at = lots.indexOf(lot);
    if (rest.quantity().signum() != 0) {
      lots.set(at, lot.with(rest));
      return new Lots(table.with(lot.key(), List.copyOf(lots)), size);
    }
    lots.remove(at);
    return new Lots(
        lots.isEmpty() ? table.without(lot.key()) : table.with(lot.key(), List.copyOf(lots)),
        size - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lots lots && table.equals(lots.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
