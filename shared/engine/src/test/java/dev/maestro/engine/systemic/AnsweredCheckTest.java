package dev.maestro.engine.systemic;

import static dev.maestro.engine.signal.Spoken.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.systemic.AnsweredCheck.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweredCheckTest {
  private static final RiskInputs INPUTS = new RiskInputs(Optional.empty(), NOW);
  private static final Signal ENTRY = Spoken.buy("AAPL").by("trend");
  private static final Signal OTHER = Spoken.buy("AAPL").by("carry");

  /** Code from outside that gives more than it may to one strategy, and breaks at the others. */
  private record Loaded() implements RiskCheck {
    @Override
    public String code() {
      return "LOADED";
    }

    @Override
    public BigDecimal factor(Signal entry, RiskInputs inputs) {
      if (entry.strategy().equals(ENTRY.strategy())) {
        return new BigDecimal("7");
      }
      throw new IllegalStateException("no opinion");
    }
  }

  private static Answer answer(Signal signal, String factor) {
    return new Answer(signal.strategy(), signal.signalId(), new BigDecimal(factor));
  }

  @Test
  void an_entry_that_it_was_not_asked_about_is_left_nothing() {
    AnsweredCheck check = AnsweredCheck.ask(new Loaded(), List.of(ENTRY), INPUTS);

    assertThat(check.code()).isEqualTo("LOADED");
    assertThat(check.factor(ENTRY, INPUTS)).isEqualByComparingTo("1");
    assertThat(check.factor(OTHER, INPUTS)).isEqualByComparingTo("0");
  }

  @Test
  void what_breaks_when_it_is_asked_has_answered_nothing() {
    AnsweredCheck check = AnsweredCheck.ask(new Loaded(), List.of(OTHER), INPUTS);

    assertThat(check.factor(OTHER, INPUTS)).isEqualByComparingTo("0");
  }

  @Test
  void of_two_answers_under_one_name_the_smaller_counts() {
    AnsweredCheck check =
        new AnsweredCheck("TWICE", List.of(answer(ENTRY, "0.8"), answer(ENTRY, "0.3")));

    assertThat(check.factor(ENTRY, INPUTS)).isEqualByComparingTo("0.3");
  }
}
