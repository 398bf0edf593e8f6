package dev.maestro.engine.capital;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.util.List;
import java.util.Optional;

/** How the kill switch is written and read; stores write beside it who threw it, and when. */
public final class ControlStateForm {
  private static final Field<ControlState, TradingState> STATE =
      Field.required("state", Kinds.word(TradingState.class), ControlState::state);

  /** Characters of a reason that are kept; it is copied into records and screens. */
  private static final int MAX_REASON = 500;

  /** Whatever it is: a reason that is no text must not lose the state that it stands beside. */
  private static final Field<ControlState, String> REASON =
      Field.withDefault(
          "reason",
          Kinds.leaf(
              "a text",
              given -> Optional.of(Kinds.cut(given.toString(), MAX_REASON)),
              text -> text),
          "",
          ControlState::reason);

  /** All of it. */
  public static final Form<ControlState> FORM =
      Form.of(
              "a kill switch",
              in -> new ControlState(STATE.in(in), REASON.in(in)),
              List.of(STATE, REASON))
          .open();

  private ControlStateForm() {}
}
