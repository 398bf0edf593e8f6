package dev.maestro.cli.eval;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code eval evidence}: {returns, config, path}; the returns are oldest first, null is an idle
 * day. With {@code path} the mode after each of the days is told, too.
 */
final class EvidenceEval implements EvalKind {
  private static final View<EvidenceFigures> RESULT =
      View.<EvidenceFigures>empty()
          .with("days", EvidenceFigures::days)
          .with("expected_sharpe", EvidenceFigures::expectedSharpe)
          .with("probability_negative", EvidenceFigures::probabilityNegative)
          .with("mode", EvidenceFigures::mode)
          .with("mode_changes", EvidenceFigures::modeChanges)
          .with("against", EvidenceFigures::against)
          .with("proof", EvidenceFigures::proof)
          .with("detector", EvidenceFigures::detector)
          .with("word", EvidenceFigures::word)
          .with("detection", EvidenceFigures::detection);

  @Override
  public Written evaluate(Fields fields) {
    EvidenceConfig config = EvidenceConfig.of(fields.fields("config"));
    StrategyEvidence evidence = new StrategyEvidence(config);
    List<Double> days = days(fields);
    List<EvidenceState> path = evidence.path(days);
    Written result = RESULT.written(evidence.figures(path.get(path.size() - 1)));
    return fields.get("path", Kinds.FLAG, false)
        ? result.with(
            "modes", path.subList(1, path.size()).stream().map(EvidenceState::mode).toList())
        : result;
  }

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
