package dev.maestro.embedded.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.embedded.replay.scheme.ReplayScheme;
import dev.maestro.engine.form.Fields;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApartSleevesTest {
  private static final int PATHS = 1_000;
  private static final int DAYS = 25;
  private static final double SLEEVE = 0.2;

  /** The market hates whom the scheme loves: the largest weight loses up to everything. */
  private static ReplayDay against(ApartSleeves sleeves, int number, SplittableRandom random) {
    Map<String, Double> returns = new TreeMap<>();
    String loved = "";
    double most = 0;
    for (String agent : new String[] {"A", "B", "C", "D"}) {
      returns.put(agent, 0.05 * random.nextGaussian());
      double weight = sleeves.held().getOrDefault(agent, 0.0);
      if (weight > most) {
        most = weight;
        loved = agent;
      }
    }
    if (!loved.isEmpty()) {
      returns.put(loved, random.nextInt(10) == 0 ? -1.0 : -random.nextDouble());
    }
    return MadeDays.day(number, returns);
  }

  @Test
  void no_path_ends_below_the_sleeves_part_of_what_equal_weights_end_with() {
    double lowest = Double.MAX_VALUE;
    for (int path = 0; path < PATHS; path++) {
      SplittableRandom random = new SplittableRandom(path);
      ReplayScheme scheme = path % 2 == 0 ? ReplayScheme.SHARPE : ReplayScheme.EVIDENCE;
      ApartSleeves sleeves = new ApartSleeves(scheme, Fields.EMPTY, SLEEVE, 5);
      Replay beside = new Replay(ReplaySettings.defaults(false));
      for (int day = 0; day < DAYS; day++) {
        ReplayDay hostile = against(sleeves, day, random);
        sleeves.accept(hostile);
        beside.accept(hostile);
      }
      double equal = beside.equity(ReplayFlight.NULL).get(DAYS - 1);
      assertThat(sleeves.end()).isGreaterThanOrEqualTo(SLEEVE * equal * (1 - 1e-12));
      assertThat(sleeves.floor()).isEqualTo(SLEEVE * equal);
      lowest = Math.min(lowest, sleeves.end() / equal);
    }
    assertThat(lowest).isLessThan(0.5);
  }
}
