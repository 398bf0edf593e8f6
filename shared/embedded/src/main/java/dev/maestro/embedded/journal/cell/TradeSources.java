package dev.maestro.embedded.journal.cell;

import dev.maestro.embedded.journal.format.CostColumn;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that are made of more than one cell. What cannot be read stays the text it is. */
public final class TradeSources {
  private static final Pattern FRACTION =
      Pattern.compile("\\{'percent': ([0-9.eE-]+), 'flat_fees': \\[]}");

  private TradeSources() {}

  /** A cost with its column. */
  public record Cost(int slot, String column, CostColumn.Kind kind) {}

  /** The value of one cell. */
  public static FieldSource cell(int slot) {
    return cells -> Optional.ofNullable(cells[slot]);
  }

  /** P&amp;L without the costs that it contains not yet. */
  public static FieldSource net(int slot, List<Cost> costs) {
    if (costs.isEmpty()) {
      return cell(slot);
    }
    return cells -> {
      Object written = cells[slot];
      Optional<BigDecimal> gross = written == null ? Optional.empty() : Decimals.read(written);
      if (gross.isEmpty()) {
        return Optional.ofNullable(written);
      }
      Object sum = costs(costs, cells, Optional.empty());
      return Optional.of(sum instanceof BigDecimal cost ? gross.get().subtract(cost) : sum);
    };
  }

  /**
   * The sum of the costs of a row; the text of the first that cannot be read.
   *
   * @param traded what a fraction is taken of
   */
  public static Object costs(List<Cost> costs, Object[] cells, Optional<BigDecimal> traded) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cost cost : costs) {
      Object cell = cells[cost.slot()];
      if (cell == null || cell.toString().isBlank()) {
        continue;
      }
      Optional<BigDecimal> amount = amount(cost, cell, traded);
      if (amount.isEmpty()) {
        return cost.column() + " '" + cell + "'";
      }
      sum = sum.add(amount.get());
    }
    return sum;
  }

  private static Optional<BigDecimal> amount(Cost cost, Object cell, Optional<BigDecimal> traded) {
    return switch (cost.kind()) {
      case COST -> Decimals.read(cell).map(BigDecimal::abs);
      case SIGNED -> Decimals.read(cell).map(BigDecimal::negate);
      case FRACTION -> {
        Matcher fee = FRACTION.matcher(cell.toString());
        yield fee.matches()
            ? Decimals.read(fee.group(1)).flatMap(part -> traded.map(part::multiply))
            : Optional.empty();
      }
    };
  }

  /** The quantity with the sign of its side. */
  public static FieldSource sided(int slot, StateCheck side) {
    return cells -> {
      Object written = cells[slot];
      Optional<BigDecimal> size = written == null ? Optional.empty() : Decimals.read(written);
      if (size.isEmpty()) {
        return Optional.ofNullable(written);
      }
      boolean isShort = side.of(cells).filter(said -> said == Meaning.SHORT).isPresent();
      BigDecimal units = size.get().abs();
      return Optional.of(isShort ? units.negate() : units);
    };
  }

  /** The quantity that an order closed: a sale of 100 closed 100. */
  public static FieldSource closed(int slot) {
    return cells -> {
      Object written = cells[slot];
      return written == null
          ? Optional.empty()
          : Decimals.read(written).<Object>map(BigDecimal::negate).or(() -> Optional.of(written));
    };
  }

  /**
   * The entry price that a cost basis of money tells: per unit and multiplier, without its sign.
   */
  public static FieldSource ofBasis(int slot, FieldSource quantity, FieldSource multiplier) {
    return cells -> {
      Object written = cells[slot];
      Optional<BigDecimal> basis = written == null ? Optional.empty() : Decimals.read(written);
      Optional<BigDecimal> units = quantity.of(cells).flatMap(Decimals::read).map(BigDecimal::abs);
      Optional<BigDecimal> each =
          multiplier.of(cells).map(Decimals::read).orElse(Optional.of(BigDecimal.ONE));
      if (basis.isEmpty() || units.isEmpty() || each.isEmpty()) {
        return Optional.ofNullable(written);
      }
      BigDecimal size = units.get().multiply(each.get());
      return size.signum() <= 0
          ? Optional.of(BigDecimal.ZERO)
          : Optional.of(basis.get().abs().divide(size, MathContext.DECIMAL64));
    };
  }

  /** Several cells as one id; empty if any is blank. */
  public static FieldSource joined(List<FieldSource> parts) {
    return cells -> {
      StringBuilder id = new StringBuilder();
      for (FieldSource part : parts) {
        String text = part.of(cells).map(Object::toString).map(String::strip).orElse("");
        if (text.isEmpty()) {
          return Optional.empty();
        }
        id.append(id.length() == 0 ? "" : "/").append(text);
      }
      return Optional.of(id.toString());
    };
  }

  /** An id with a prefix; empty without an id. */
  public static FieldSource prefixed(String prefix, FieldSource id) {
    return prefix.isEmpty()
        ? id
        : cells ->
            id.of(cells).filter(text -> !text.toString().isBlank()).map(text -> prefix + text);
  }
}
