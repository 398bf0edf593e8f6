package dev.maestro.engine.paper;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** How the book of the broker on paper is written and read. */
public final class PaperBookForm {
  private static final Field<LastBar, Instant> START =
      Field.required("start", Kinds.TIME, LastBar::start);
  private static final Field<LastBar, BigDecimal> CLOSE =
      Field.required("close", PaperKinds.PRICE, LastBar::close);
  private static final Kind<LastBar> LAST_BAR =
      Form.of("a bar", in -> new LastBar(START.in(in), CLOSE.in(in)), List.of(START, CLOSE));

  private static final Field<PaperBook, Money> CASH =
      Field.required("cash", PaperKinds.MONEY, PaperBook::cash);
  private static final Field<PaperBook, List<PaperPosition>> POSITIONS =
      Field.required("positions", Kinds.list(PaperPositionForm.FORM), PaperBook::positions);
  private static final Field<PaperBook, List<PaperOrder>> ORDERS =
      Field.required("orders", Kinds.list(PaperOrderForm.FORM), PaperBook::orders);
  private static final Field<PaperBook, SortedMap<Symbol, LastBar>> LAST_BARS =
      Field.required("last_bars", Kinds.map(Kinds.SYMBOL, LAST_BAR), PaperBook::lastBars);

  /** All of it. */
  public static final Form<PaperBook> FORM =
      Form.of("a book on paper", PaperBookForm::in, fieldsOf(Function.identity()));

  private PaperBookForm() {}

  /** Its fields, of a value that contains a book. */
  public static <T> List<Field<T, ?>> fieldsOf(Function<T, PaperBook> book) {
    return List.of(
        CASH.inside(book), POSITIONS.inside(book), ORDERS.inside(book), LAST_BARS.inside(book));
  }

  /** Reads it where other fields stand beside its own. */
  public static PaperBook in(Fields in) {
    return new PaperBook(CASH.in(in), POSITIONS.in(in), ORDERS.in(in), LAST_BARS.in(in));
  }
}
