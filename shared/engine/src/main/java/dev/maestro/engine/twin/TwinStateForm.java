package dev.maestro.engine.twin;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperBookForm;
import dev.maestro.engine.paper.PaperKinds;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a twin is written and read. */
public final class TwinStateForm {
  private static final Field<TakenSignal, Instant> AT =
      Field.required("at", Kinds.TIME, TakenSignal::at);
  private static final Field<TakenSignal, Set<TwinBook>> BY =
      Field.required("books", Kinds.words(TwinBook.class), TakenSignal::books);
  private static final Form<TakenSignal> TAKEN_SIGNAL =
      Form.of("a taken signal", in -> new TakenSignal(AT.in(in), BY.in(in)), List.of(AT, BY));

  private static final Field<TwinTrades, List<TwinTrade>> NEWEST =
      Field.required("newest", Kinds.list(TwinTradeForm.FORM), TwinTrades::newest);
  private static final Field<TwinTrades, Integer> OLDER_COUNT =
      Field.required("older_count", Kinds.COUNT, TwinTrades::olderCount);
  private static final Field<TwinTrades, BookAmounts> OLDER =
      Field.required("older", TwinTradeForm.AMOUNTS, TwinTrades::older);
  private static final Form<TwinTrades> CLOSED =
      Form.of(
          "the trades of the twin",
          in -> new TwinTrades(NEWEST.in(in), OLDER_COUNT.in(in), OLDER.in(in)),
          List.of(NEWEST, OLDER_COUNT, OLDER));

  private static final Field<TwinState, Instant> SINCE =
      Field.required("since", Kinds.TIME, TwinState::since);
  private static final Field<TwinState, SortedMap<TwinBook, PaperBook>> BOOKS =
      Field.required(
          "books",
          Kinds.map(Kinds.word(TwinBook.class), PaperBookForm.FORM),
          twin -> new TreeMap<>(twin.books()));
  private static final Field<TwinState, SortedMap<Nonce, TakenSignal>> TAKEN =
      Field.required("taken", Kinds.map(PaperKinds.NONCE, TAKEN_SIGNAL), TwinState::taken);
  private static final Field<TwinState, TwinDays> DAYS =
      Field.required("days", TwinDaysForm.FORM, TwinState::days);
  private static final Field<TwinState, TwinTrades> TRADES =
      Field.required("trades", CLOSED, TwinState::trades);
  private static final Field<TwinState, Integer> LEFT_OUT =
      Field.required("left_out", Kinds.COUNT, TwinState::leftOut);

  /** All of it; stores may write more beside it. */
  public static final Form<TwinState> FORM =
      Form.of(
              "a twin",
              in ->
                  new TwinState(
                      SINCE.in(in),
                      BOOKS.in(in),
                      TAKEN.in(in),
                      DAYS.in(in),
                      TRADES.in(in),
                      LEFT_OUT.in(in)),
              List.of(SINCE, BOOKS, TAKEN, DAYS, TRADES, LEFT_OUT))
          .open();

  private TwinStateForm() {}
}
