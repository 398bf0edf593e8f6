package dev.maestro.engine.meta.health;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** How a point of equity is written and read; stores may write the day beside it. */
public final class EquityPointForm {
  private static final Field<EquityPoint, Instant> AT =
      Field.required("at", Kinds.TIME, EquityPoint::at);
  private static final Field<EquityPoint, BigDecimal> EQUITY =
      Field.required("equity", Kinds.DECIMAL, EquityPoint::equity);

  /** All of it. */
  public static final Form<EquityPoint> FORM =
      Form.of(
              "a point of equity",
              in -> new EquityPoint(AT.in(in), EQUITY.in(in)),
              List.of(AT, EQUITY))
          .open();

  private EquityPointForm() {}
}
