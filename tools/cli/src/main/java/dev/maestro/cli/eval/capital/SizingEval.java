package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.sizing.CapitalRoom;
import dev.maestro.engine.capital.sizing.EntrySizing;
import dev.maestro.engine.capital.sizing.SizedEntry;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.number.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code eval sizing}: the figures of one entry in, its notional and what cut it out. */
public final class SizingEval {
  private SizingEval() {}

  /**
   * Evaluates one case.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  public static Map<String, Object> evaluate(Map<String, Object> input) {
    Fields fields = Fields.of("", input);
    CapitalRoom room =
        new CapitalRoom(
            fields.get("equity", CapitalInput.MONEY),
            fields.get("agent_used", CapitalInput.MONEY, Money.ZERO),
            fields.get("available", Kinds.DECIMAL),
            fields.get("exposure", CapitalInput.MONEY, Money.ZERO),
            fields.get("symbol_exposure", CapitalInput.MONEY, Money.ZERO));
    SizedEntry size =
        EntrySizing.size(CapitalInput.terms(fields), room, CapitalInput.config(fields).sizing());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("code", size.code().name());
    result.put("notional", size.notional().toString());
    result.put("cuts", AnswerOutput.cuts(size.cuts()));
    return result;
  }
}
