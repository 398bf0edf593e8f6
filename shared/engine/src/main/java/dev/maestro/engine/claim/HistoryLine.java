package dev.maestro.engine.claim;

import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.time.Instant;
import java.util.List;

/**
 * One line of an intent's history, for people.
 *
 * @param by an executor, an operator, or {@code maestro}
 * @param why the command's word, or the reason that was given
 */
public record HistoryLine(Instant at, IntentState state, String by, String why) {
  /** Under which a document keeps its lines. */
  public static final String FIELD = "history";

  private static final Field<HistoryLine, Instant> AT =
      Field.required("at", Kinds.TIME, HistoryLine::at);
  private static final Field<HistoryLine, IntentState> STATE =
      Field.required("state", Kinds.word(IntentState.class), HistoryLine::state);
  private static final Field<HistoryLine, String> BY =
      Field.required("by", Kinds.TEXT, HistoryLine::by);
  private static final Field<HistoryLine, String> WHY =
      Field.required("why", Kinds.TEXT, HistoryLine::why);

  /** How it is written and read. */
  public static final Form<HistoryLine> FORM =
      Form.of(
          "a line of history",
          in -> new HistoryLine(AT.in(in), STATE.in(in), BY.in(in), WHY.in(in)),
          List.of(AT, STATE, BY, WHY));

  /** The line of a change. */
  public static HistoryLine of(IntentChange change) {
    return new HistoryLine(change.at(), change.intent().state(), change.by(), change.why());
  }
}
