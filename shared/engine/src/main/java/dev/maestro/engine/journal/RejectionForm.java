package dev.maestro.engine.journal;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import java.util.List;

/** How a row that could not be used is written and read. */
public final class RejectionForm {
  private static final int SHOWN = 20;

  private static final Field<Rejection, String> TRADE_ID =
      Field.required("trade_id", Kinds.TEXT, Rejection::tradeId);
  private static final Field<Rejection, RejectReason> REASON =
      Field.required(
          "reason", Kinds.word(RejectReason.class, RejectReason::code), Rejection::reason);

  /** The rejection of a stored document. */
  public static final Form<Rejection> FORM =
      Form.of(
          "a rejected trade",
          in -> Rejection.ofDocument(TRADE_ID.in(in), REASON.in(in)),
          List.of(TRADE_ID, REASON));

  /** The rejection of a line of a file. */
  public static final View<Rejection> LINE =
      View.of(TRADE_ID, REASON).with("line", Rejection::line).with("found", Rejection::found);

  private RejectionForm() {}

  /** The newest 20 of all, which are as many as anybody looks at. */
  public static List<Rejection> newest(List<Rejection> rejections) {
    return rejections.subList(Math.max(0, rejections.size() - SHOWN), rejections.size());
  }
}
