package dev.maestro.engine.systemic;

import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.signal.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A check that has answered already: what a cycle keeps of code that was loaded from outside, and
 * cannot be asked again. A signal that it was not asked about is left nothing.
 */
public record AnsweredCheck(String code, List<Answer> answers) implements RiskCheck {
  /** The factor of one signal, as it counts: 0..1. */
  public record Answer(StrategyName strategy, String signalId, BigDecimal factor) {}

  /** Keeps its own list. */
  public AnsweredCheck {
    answers = List.copyOf(answers);
  }

  /** Asks a check once about each of these signals. */
  public static AnsweredCheck ask(RiskCheck check, List<Signal> signals, RiskInputs inputs) {
    List<Answer> answers = new ArrayList<>();
    for (Signal signal : signals) {
      answers.add(
          new Answer(
              signal.strategy(), signal.signalId(), RiskCheck.bounded(check, signal, inputs)));
    }
    return new AnsweredCheck(check.code(), answers);
  }

  /** Of two signals of one name the smaller factor: nobody can tell which is meant. */
  @Override
  public BigDecimal factor(Signal entry, RiskInputs inputs) {
    return answers.stream()
        .filter(answer -> answer.strategy().equals(entry.strategy()))
        .filter(answer -> answer.signalId().equals(entry.signalId()))
        .map(Answer::factor)
        .min(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }
}
