package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.PolicyOrder;
import dev.maestro.engine.policy.ProfileName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The monotone law over every combination of words and of figures at, just below and just above
 * their thresholds: making one input worse loosens no field.
 */
class MonotoneGridTest {
  private static final boolean IS_QUICK = Integer.getInteger("maestro.seeds", 1000) < 1000;
  private static final double NOISE = 1e-12;

  /** 60 markets x 6 x 6 x 6 x 5 x 8 = 518 400 combinations per profile. */
  @ParameterizedTest
  @EnumSource
  void a_worse_market_or_account_loosens_nothing(ProfileName profile) {
    check(
        profile,
        518_400,
        Axis.volatility(),
        Axis.regime(),
        Axis.direction(),
        Axis.dailyPnl(),
        Axis.drawdown(),
        Axis.losingStreak(),
        Axis.openTrades(),
        Axis.exposure());
  }

  /** 60 markets x 5 x 4 x 4 x 4 x 5 x 2 = 192 000 combinations per profile. */
  @ParameterizedTest
  @EnumSource
  void worse_costs_models_or_modes_loosen_nothing(ProfileName profile) {
    check(
        profile,
        192_000,
        Axis.volatility(),
        Axis.regime(),
        Axis.direction(),
        Axis.spread(),
        Axis.slippage(),
        Axis.costInR(),
        Axis.ensembleQuality(),
        Axis.globalPolicy(),
        Axis.winningStreak());
  }

  /** 60 markets x 5 x 4 x 5 x 2 = 12 000 combinations per profile, nothing in it neutral. */
  @ParameterizedTest
  @EnumSource
  void configured_answers_to_bad_news_loosen_nothing(ProfileName profile) {
    Case configured =
        Case.calm(profile)
            .configured(
                Map.of(
                    "extreme_vol_multiplier", "0.5",
                    "extreme_vol", "0.05",
                    "high_spread_multiplier", "0.8",
                    "high_slippage_multiplier", "0.9",
                    "risk_multiplier_bull", "0.2",
                    "confidence_bull", "0.2",
                    "entry_bias_bull", "DEFENSIVE",
                    "exit_bias_bull", "FAST_TP"));
    check(
        configured,
        12_000,
        Axis.volatility(),
        Axis.regime(),
        Axis.direction(),
        Axis.spread(),
        Axis.slippage(),
        Axis.globalPolicy(),
        Axis.winningStreak());
  }

  private static void check(ProfileName profile, int combinations, Axis... axes) {
    check(Case.calm(profile), combinations, axes);
  }

  private static void check(Case base, int combinations, Axis... axes) {
    List<Axis> checked = IS_QUICK ? List.of(axes).subList(0, 5) : List.of(axes);
    Grid grid = new Grid(base, checked);
    if (!IS_QUICK) {
      assertThat(grid.size()).isEqualTo(combinations);
    }
    String looser = grid.firstLooser();
    assertThat(looser).isEmpty();
  }

  /** Every combination, evaluated once; fields as numbers that grow with tightness. */
  private static final class Grid {
    private final Case base;
    private final List<Axis> axes;
    private final int[] strides;
    private final double[][] tightness;

    Grid(Case base, List<Axis> axes) {
      this.base = base;
      this.axes = axes;
      this.strides = new int[axes.size()];
      int size = 1;
      for (int axis = 0; axis < axes.size(); axis++) {
        strides[axis] = size;
        size *= axes.get(axis).levels().size();
      }
      this.tightness =
          IntStream.range(0, size)
              .mapToObj(cell -> PolicyOrder.tightness(at(cell).policy()))
              .toArray(double[][]::new);
    }

    int size() {
      return tightness.length;
    }

    /** Both sides of the first worsening that loosens a field; empty if none does. */
    String firstLooser() {
      for (int axis = 0; axis < axes.size(); axis++) {
        for (int[] pair : axes.get(axis).worsenings()) {
          int worse = (pair[1] - pair[0]) * strides[axis];
          for (int cell = 0; cell < size(); cell++) {
            if (level(cell, axis) == pair[0]
                && isLooser(tightness[cell + worse], tightness[cell])) {
              return axes.get(axis).name() + ": " + at(cell) + " -> " + at(cell + worse);
            }
          }
        }
      }
      return "";
    }

    private int level(int cell, int axis) {
      return cell / strides[axis] % axes.get(axis).levels().size();
    }

    private Case at(int cell) {
      Case combination = base.copy();
      for (int axis = 0; axis < axes.size(); axis++) {
        axes.get(axis).levels().get(level(cell, axis)).set(combination);
      }
      return combination;
    }

    private static boolean isLooser(double[] one, double[] other) {
      for (int field = 0; field < one.length; field++) {
        if (one[field] < other[field] - NOISE) {
          return true;
        }
      }
      return false;
    }
  }
}
