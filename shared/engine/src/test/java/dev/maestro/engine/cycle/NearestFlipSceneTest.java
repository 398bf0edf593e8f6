package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.why.Change;
import dev.maestro.engine.why.NearestFlip;
import dev.maestro.engine.why.WhySearch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read of a denial, and of a cut. */
class NearestFlipSceneTest {
  private static NearestFlip flip(Scene scene) {
    List<NearestFlip> flips =
        WhySearch.of(scene.input(), scene.settings(), new StrategyId("trend"));
    assertThat(flips).hasSize(1);
    return flips.get(0);
  }

  private static Scene asking(double confidence) {
    return Scene.where("trend", buy("AAPL").with("confidence", "0.58"))
        .under(Policies.asking(confidence));
  }

  @Test
  void the_confidence_that_would_have_been_enough_is_named() {
    assertThat(flip(asking(0.60)).lines())
        .containsExactly("DENIED LOW_CONFIDENCE: confidence 0.58 < 0.6; at 0.6 it is approved");
  }

  @Test
  void what_else_is_needed_is_named_with_each_of_them() {
    assertThat(flip(asking(0.60).inPanic()).lines())
        .containsExactly(
            "DENIED LOW_CONFIDENCE: confidence 0.58 < 0.6; at 0.6 it also needs SYSTEMIC_RISK"
                + " systemic.systemic_sell_threshold 4 instead of 3",
            "DENIED SYSTEMIC_RISK: systemic.systemic_sell_threshold 3 < 4; at 4 it also needs"
                + " LOW_CONFIDENCE confidence 0.6 instead of 0.58");
  }

  @Test
  void a_state_is_no_number_and_nothing_is_made_up_for_it() {
    NearestFlip flip = flip(asking(0.60).switchedTo(TradingState.REDUCING));

    assertThat(flip.lines())
        .containsExactly(
            "DENIED LOW_CONFIDENCE: confidence 0.58 < 0.6; at 0.6 KILL_SWITCH still denies it",
            "DENIED KILL_SWITCH: no number lifts it: REDUCING: a test");
  }

  @Test
  void the_threshold_that_shadows_a_strategy_is_named() {
    NearestFlip flip =
        flip(Scene.where("trend", buy("AAPL")).performs("trend", ThrottleMode.SHADOW_MODE));

    assertThat(flip.changes()).extracting(Change::what).containsExactly("throttle.shadow_below");
    assertThat(flip.changes().get(0).to()).isLessThan(flip.changes().get(0).from());
  }

  @Test
  void the_threshold_that_halves_an_entry_is_named() {
    NearestFlip flip =
        flip(Scene.where("trend", buy("AAPL")).performs("trend", ThrottleMode.REDUCED));

    assertThat(flip.changes())
        .extracting(Change::code, Change::what)
        .contains(tuple("REDUCED", "throttle.reduce_below"));
  }

  @Test
  void what_nothing_stands_against_needs_no_change() {
    NearestFlip flip = flip(Scene.where("trend", buy("AAPL").with("allocation", "0.001")));

    assertThat(flip.changes()).isEmpty();
    assertThat(flip.lines()).containsExactly("APPROVED: nothing stands against it");
    assertThat(flip.evaluations()).isZero();
  }
}
