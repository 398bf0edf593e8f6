package dev.maestro.engine.market;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a bar is written and read. */
public final class BarForm {
  private static final Field<Bar, Instant> START = Field.required("start", Kinds.TIME, Bar::start);
  private static final Field<Bar, Double> OPEN = Field.required("open", Kinds.NUMBER, Bar::open);
  private static final Field<Bar, Double> HIGH = Field.required("high", Kinds.NUMBER, Bar::high);
  private static final Field<Bar, Double> LOW = Field.required("low", Kinds.NUMBER, Bar::low);
  private static final Field<Bar, Double> CLOSE = Field.required("close", Kinds.NUMBER, Bar::close);
  private static final Field<Bar, Double> VOLUME =
      Field.required("volume", Kinds.NUMBER, Bar::volume);

  /** All of it. */
  public static final View<Bar> VIEW = View.of(START, OPEN, HIGH, LOW, CLOSE, VOLUME);

  /** A bar as somebody sends it: all of it, and nothing else. */
  public static final Form<Bar> FORM =
      Form.of("a bar", BarForm::read, List.of(START, OPEN, HIGH, LOW, CLOSE, VOLUME));

  private BarForm() {}

  private static Bar read(Fields in) {
    return new Bar(START.in(in), OPEN.in(in), HIGH.in(in), LOW.in(in), CLOSE.in(in), VOLUME.in(in));
  }

  /** The bar; empty if it cannot be used. */
  public static Optional<Bar> find(Fields in) {
    try {
      return Bar.read(
          START.in(in), OPEN.in(in), HIGH.in(in), LOW.in(in), CLOSE.in(in), VOLUME.in(in));
    } catch (UnreadableValueException unusable) {
      return Optional.empty();
    }
  }
}
