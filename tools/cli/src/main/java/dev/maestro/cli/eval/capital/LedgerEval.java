package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.claim.body.AnswerView;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import java.util.ArrayList;
import java.util.List;

/** {@code eval ledger}: commands on an empty ledger, one after the other. */
public final class LedgerEval {
  private static final View<Result> RESULT =
      View.<Result>empty()
          .with("steps", result -> result.steps().stream().map(AnswerView.ANSWER::write).toList())
          .with("ledger", result -> LedgerOutput.END.write(result.end()));

  private LedgerEval() {}

  /**
   * Evaluates one case.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  public static Written evaluate(Fields fields) {
    CapitalConfig config = CapitalInput.config(fields);
    MemoryArchive archive = new MemoryArchive();
    List<CommandAnswer> answers = new ArrayList<>();
    Ledger ledger = Ledger.empty(fields.get("executor", Kinds.TEXT, "paper"));
    fields.require("steps");
    for (Fields step : fields.list("steps")) {
      Outcome outcome =
          CapitalRules.apply(
              ledger, archive, CommandInput.read(step), step.get("at", Kinds.TIME), config);
      archive.write(outcome.effects());
      ledger = outcome.ledger();
      answers.add(outcome.answer());
    }
    return RESULT.written(new Result(answers, new LedgerOutput.CaseEnd(ledger, archive)));
  }

  /** What one case came to. */
  private record Result(List<CommandAnswer> steps, LedgerOutput.CaseEnd end) {}
}
