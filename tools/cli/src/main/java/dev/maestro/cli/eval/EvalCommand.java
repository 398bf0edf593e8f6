package dev.maestro.cli.eval;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.eval.capital.LedgerEval;
import dev.maestro.cli.eval.capital.SizingEval;
import dev.maestro.cli.eval.meta.RiskModeEval;
import dev.maestro.cli.eval.meta.ScoreEval;
import dev.maestro.cli.eval.meta.SelectEval;
import dev.maestro.engine.form.Written;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./maestro eval KIND < cases.jsonl > results.jsonl}. */
@Command(
    name = "eval",
    description = "Evaluates one JSON object per line of standard input; one result per line.",
    mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {
  private static final SortedMap<String, EvalKind> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              entry("evidence", new EvidenceEval()),
              entry("ledger", LedgerEval::evaluate),
              entry("policy", new PolicyEval()),
              entry("risk-mode", RiskModeEval::evaluate),
              entry("score", ScoreEval::evaluate),
              entry("select", SelectEval::evaluate),
              entry("sizing", SizingEval::evaluate),
              entry("stability", new StabilityEval()),
              entry("systemic", new SystemicEval()),
              entry("throttle", new ThrottleEval()),
              entry("weights", new WeightsEval())));

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description =
          "The rules to evaluate: evidence, ledger, policy, risk-mode, score, select, sizing,"
              + " stability, systemic, throttle, weights.")
  private String kind = "";

  private static Map.Entry<String, EvalKind> entry(String kind, EvalKind rules) {
    return Map.entry(kind, rules);
  }

  @Override
  public Integer call() throws IOException {
    EvalKind rules = KINDS.get(kind);
    if (rules == null) {
      throw new UsageException(
          "eval knows no kind '" + kind + "': use one of " + String.join(", ", KINDS.keySet()));
    }
    BufferedReader cases =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    Writer results =
        new BufferedWriter(new OutputStreamWriter(Terminal.out(), StandardCharsets.UTF_8), 1 << 16);
    long failures = 0;
    for (String line = cases.readLine(); line != null; line = cases.readLine()) {
      if (!line.isBlank()) {
        failures += evaluate(rules, line, results) ? 0 : 1;
      }
    }
    results.flush();
    if (failures > 0) {
      Terminal.error(failures + " lines could not be evaluated: see the error on each line");
    }
    return failures == 0 ? 0 : 1;
  }

  /** Writes the result of one line, or its error; false for the latter. */
  private static boolean evaluate(EvalKind rules, String line, Writer results) throws IOException {
    Written result;
    boolean evaluated = true;
    try {
      result = JsonText.fields(line).wholly(rules::evaluate);
    } catch (IllegalArgumentException unreadable) {
      result = Written.of("error", String.valueOf(unreadable.getMessage()));
      evaluated = false;
    }
    results.write(JsonText.write(result));
    results.write('\n');
    return evaluated;
  }
}
