package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code eval ledger}: commands on an empty ledger, one after the other. */
public final class LedgerEval {
  private LedgerEval() {}

  /**
   * Evaluates one case.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  public static Map<String, Object> evaluate(Map<String, Object> input) {
    Fields fields = Fields.of("", input);
    CapitalConfig config = CapitalInput.config(fields);
    MemoryArchive archive = new MemoryArchive();
    List<Map<String, Object>> answers = new ArrayList<>();
    Ledger ledger = Ledger.empty(fields.get("executor", Kinds.TEXT, "paper"));
    for (Fields step : fields.list("steps")) {
      Outcome outcome =
          CapitalRules.apply(
              ledger, archive, CommandInput.read(step), step.get("at", Kinds.TIME), config);
      archive.write(outcome.effects());
      ledger = outcome.ledger();
      answers.add(AnswerOutput.of(outcome.answer()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("steps", answers);
    result.put("ledger", LedgerOutput.of(ledger, archive));
    return result;
  }
}
