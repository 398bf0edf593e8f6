package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.sizing.CapitalRoom;
import dev.maestro.engine.capital.sizing.EntrySizing;
import dev.maestro.engine.capital.sizing.SizedEntry;
import dev.maestro.engine.claim.body.AnswerView;
import dev.maestro.engine.claim.body.BodyKinds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.number.Money;

/** {@code eval sizing}: the figures of one entry in, its notional and what cut it out. */
public final class SizingEval {
  private static final View<SizedEntry> RESULT =
      View.<SizedEntry>empty()
          .with("code", SizedEntry::code)
          .with("notional", size -> size.notional().toString())
          .with("cuts", size -> AnswerView.cuts(size.cuts()));

  private SizingEval() {}

  /**
   * Evaluates one case.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  public static Written evaluate(Fields fields) {
    CapitalRoom room =
        new CapitalRoom(
            fields.get("equity", BodyKinds.MONEY),
            fields.get("agent_used", BodyKinds.MONEY, Money.ZERO),
            fields.get("available", Kinds.DECIMAL),
            fields.get("exposure", BodyKinds.MONEY, Money.ZERO),
            fields.get("symbol_exposure", BodyKinds.MONEY, Money.ZERO));
    return RESULT.written(
        EntrySizing.size(CapitalInput.terms(fields), room, CapitalInput.config(fields).sizing()));
  }
}
