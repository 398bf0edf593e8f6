package dev.maestro.engine.twin;

import dev.maestro.engine.number.Money;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * An amount of money in each book.
 *
 * @param values in the order of the books
 */
public record BookAmounts(List<Money> values) {
  private static final List<TwinBook> BOOKS = List.of(TwinBook.values());

  /** Nothing in any of them. */
  public static final BookAmounts ZERO = of(book -> Money.ZERO);

  /** Refuses more or fewer than there are books. */
  public BookAmounts {
    values = List.copyOf(values);
    if (values.size() != BOOKS.size()) {
      throw new IllegalArgumentException(
          "an amount of each of the 5 books is needed, got " + values.size());
    }
  }

  /** The amounts that a function gives. */
  public static BookAmounts of(Function<TwinBook, Money> amount) {
    return new BookAmounts(BOOKS.stream().map(amount).toList());
  }

  /** That of one book. */
  public Money in(TwinBook book) {
    return values.get(BOOKS.indexOf(book));
  }

  /** What a part is worth. */
  public Money of(TwinPart part) {
    return in(part.with()).minus(in(part.without()));
  }

  /** What all parts together are worth. */
  public Money effect() {
    return in(TwinBook.POLICY).minus(in(TwinBook.NONE));
  }

  /** The sums. */
  public BookAmounts plus(BookAmounts more) {
    return of(book -> in(book).plus(more.in(book)));
  }

  /** The differences. */
  public BookAmounts minus(BookAmounts less) {
    return of(book -> in(book).minus(less.in(book)));
  }

  /** Each to the cent, half-even; the parts of what is shown add up to the cent, too. */
  public BookAmounts toCents() {
    return of(book -> new Money(in(book).value().setScale(2, RoundingMode.HALF_EVEN)));
  }
}
