package dev.maestro.cli.eval;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code eval evidence}: {returns, config, path}; the returns are oldest first, null is an idle
 * day. With {@code path} the mode after each of the days is told, too.
 */
final class EvidenceEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Fields fields) {
    EvidenceConfig config = EvidenceConfig.of(fields.fields("config"));
    StrategyEvidence evidence = new StrategyEvidence(config);
    List<Double> days = days(fields);
    List<EvidenceState> path = evidence.path(days);
    Map<String, Object> result = result(evidence.figures(path.get(path.size() - 1)));
    if (fields.get("path", Kinds.FLAG, false)) {
      List<String> modes = new ArrayList<>();
      path.subList(1, path.size()).forEach(state -> modes.add(state.mode().name()));
      result.put("modes", modes);
    }
    return result;
  }

  private static Map<String, Object> result(EvidenceFigures figures) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("days", figures.days());
    result.put("expected_sharpe", figures.expectedSharpe());
    result.put("probability_negative", figures.probabilityNegative());
    result.put("mode", figures.mode().name());
    result.put("mode_changes", figures.modeChanges());
    result.put("against", figures.against());
    result.put("proof", figures.proof());
    result.put("detector", figures.detector());
    result.put("word", figures.word().name());
    result.put("detection", figures.detection());
    return result;
  }

  /** A null in a list is read as an empty Optional. */
  /** Without the idle ones: null is an idle day here, and in any other list an error. */
  private static List<Double> days(Fields fields) {
    Object given =
        fields
            .raw("returns")
            .orElseThrow(
                () -> fields.missing("returns", "a list, each a number, or null for an idle day"));
    if (!(given instanceof List<?> list)) {
      throw fields.wrong("returns", "a list, each a number, or null for an idle day", given);
    }
    List<Double> days = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      Object element = list.get(i);
      if (element != null) {
        String field = "returns[" + i + "]";
        days.add(
            Decimals.read(element)
                .map(BigDecimal::doubleValue)
                .orElseThrow(
                    () -> fields.wrong(field, "a number, or null for an idle day", element)));
      }
    }
    return days;
  }
}
