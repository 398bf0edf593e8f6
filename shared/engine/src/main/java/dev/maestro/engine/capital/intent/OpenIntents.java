package dev.maestro.engine.capital.intent;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.table.SortedTable;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The intents that still reserve something, by nonce, with the sums of what they reserve and of
 * what they may take of the buying power.
 */
public final class OpenIntents {
  private final BigDecimal overfillFactor;
  private final SortedTable<Nonce, Intent> table;
  private final Money reserved;
  private final BigDecimal committed;

  private OpenIntents(
      BigDecimal overfillFactor,
      SortedTable<Nonce, Intent> table,
      Money reserved,
      BigDecimal committed) {
    this.overfillFactor = overfillFactor;
    this.table = table;
    this.reserved = reserved;
    this.committed = committed;
  }

  /**
   * None.
   *
   * @param overfillFactor 1 + the tolerance, for {@link #committed}
   */
  public static OpenIntents none(BigDecimal overfillFactor) {
    return new OpenIntents(overfillFactor, SortedTable.empty(), Money.ZERO, BigDecimal.ZERO);
  }

  /** 1 + the tolerance that {@link #committed} is summed for. */
  public BigDecimal overfillFactor() {
    return overfillFactor;
  }

  /** The same, summed for another tolerance. */
  public OpenIntents under(BigDecimal factor) {
    if (factor.compareTo(overfillFactor) == 0) {
      return this;
    }
    OpenIntents summed = none(factor);
    for (Intent intent : all()) {
      summed = summed.with(intent);
    }
    return summed;
  }

  /** One of them. */
  public Optional<Intent> get(Nonce nonce) {
    return table.get(nonce);
  }

  /** In order of their nonces. */
  public List<Intent> all() {
    return table.values();
  }

  /** Those that pass, in order of their nonces. */
  public List<Intent> where(Predicate<Intent> test) {
    List<Intent> found = new ArrayList<>();
    for (Intent intent : all()) {
      if (test.test(intent)) {
        found.add(intent);
      }
    }
    return found;
  }

  /** Their number. */
  public int size() {
    return table.size();
  }

  /** What all entries reserve. */
  public Money reserved() {
    return reserved;
  }

  /** What all entries may still take of the buying power. */
  public BigDecimal committed() {
    return committed;
  }

  /** What the entries of one agent reserve. */
  public Money reservedBy(AgentId agent) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Intent intent : all()) {
      Optional<AgentId> payer = intent.order().agent();
      if (intent.isEntry() && payer.isPresent() && payer.get().equals(agent)) {
        sum = sum.add(intent.reserved().value());
      }
    }
    return new Money(sum);
  }

  /** What the entries in one symbol reserve. */
  public Money reservedIn(Symbol symbol) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Intent intent : all()) {
      if (intent.isEntry() && intent.key().symbol().equals(symbol)) {
        sum = sum.add(intent.reserved().value());
      }
    }
    return new Money(sum);
  }

  /** What exits of one position may still fill, of those that pass. */
  public Quantity exitsInFlight(PositionKey key, Predicate<Intent> test) {
    Quantity sum = Quantity.ZERO;
    for (Intent intent : all()) {
      if (intent.isExit() && intent.key().equals(key) && test.test(intent)) {
        sum = sum.plus(intent.inFlight());
      }
    }
    return sum;
  }

  /** With an intent as it is now: in its place if it is open, gone if it has ended. */
  public OpenIntents with(Intent intent) {
    Optional<Intent> before = get(intent.nonce());
    boolean isOpen = intent.state().isOpen();
    return new OpenIntents(
        overfillFactor,
        isOpen ? table.with(intent.nonce(), intent) : table.without(intent.nonce()),
        reserved
            .minus(before.map(Intent::reserved).orElse(Money.ZERO))
            .plus(isOpen ? intent.reserved() : Money.ZERO),
        committed
            .subtract(before.map(this::committedBy).orElse(BigDecimal.ZERO))
            .add(isOpen ? committedBy(intent) : BigDecimal.ZERO));
  }

  private BigDecimal committedBy(Intent intent) {
    return intent.isEntry() ? intent.committed(overfillFactor) : BigDecimal.ZERO;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpenIntents intents && table.equals(intents.table);
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
