package dev.maestro.engine.control;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a kill switch is written and read. Only its state must be readable. What stands beside it
 * never loosens it: a fence that cannot be read is 0 and reads as REDUCING at least, flatten counts
 * in REDUCING alone, and words of any kind are taken as they are.
 */
public final class TradingControlForm {
  /** Characters of a text that are kept; it is copied into records and screens. */
  private static final int MAX_TEXT = 500;

  private static final Kind<String> ANY_TEXT =
      Kinds.leaf(
          "a text", given -> Optional.of(Kinds.cut(given.toString(), MAX_TEXT)), text -> text);

  /** As it is written and not otherwise: who writes " active " by hand has not read how. */
  private static final Kind<TradingState> WORD =
      Kinds.leaf(
          Kinds.word(TradingState.class).rule() + ", in capitals",
          given ->
              Arrays.stream(TradingState.values())
                  .filter(state -> state.name().equals(given))
                  .findFirst(),
          Enum::name);

  private static final Field<TradingControl, TradingState> STATE =
      Field.required("state", WORD, TradingControl::state);
  private static final Field<TradingControl, String> REASON =
      Field.withDefault("reason", ANY_TEXT, "", TradingControl::reason);
  private static final Field<TradingControl, String> BY =
      Field.withDefault("by", ANY_TEXT, "", TradingControl::by);
  private static final Field<TradingControl, Instant> AT =
      Field.required("at", Kinds.TIME, TradingControl::at);
  private static final Field<TradingControl, Long> FENCE =
      Field.required("fence", ExactKinds.COUNTER, TradingControl::fence);
  private static final Field<TradingControl, Boolean> FLATTEN =
      Field.required("flatten", Kinds.FLAG, TradingControl::isFlattening);

  /** All of it; others may write names of their own beside it. */
  public static final Form<TradingControl> FORM =
      Form.of(
              "a kill switch",
              TradingControlForm::read,
              List.of(STATE, REASON, BY, AT, FENCE, FLATTEN))
          .open();

  private TradingControlForm() {}

  private static TradingControl read(Fields in) {
    TradingState state = STATE.in(in);
    Reading<Long> fence = in.reading(FENCE.name(), ExactKinds.COUNTER);
    boolean isFenceLost = fence.isGiven() && fence.value().isEmpty();
    TradingState known =
        isFenceLost && state == TradingState.ACTIVE ? TradingState.REDUCING : state;
    boolean isFlattening = in.reading(FLATTEN.name(), Kinds.FLAG).value().orElse(false);
    return new TradingControl(
        known,
        REASON.in(in),
        BY.in(in),
        in.reading(AT.name(), Kinds.TIME).value().orElse(Instant.EPOCH),
        fence.value().orElse(0L),
        isFlattening && known == TradingState.REDUCING);
  }
}
