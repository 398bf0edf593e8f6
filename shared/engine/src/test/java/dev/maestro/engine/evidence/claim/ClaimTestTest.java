package dev.maestro.engine.evidence.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClaimTestTest {
  private static final ClaimSettings SETTINGS = new ClaimSettings(1.5, -2, 0.05, 1, 252);
  private static final ClaimTest TEST = new ClaimTest(SETTINGS);

  private static ClaimState after(ClaimState state, int days, double dayReturn) {
    ClaimState next = state;
    for (int day = 0; day < days; day++) {
      next = TEST.next(next, dayReturn);
    }
    return next;
  }

  private static ClaimState trading(double sharpe, int days, SplittableRandom random) {
    ClaimState state = ClaimState.START;
    for (int day = 0; day < days; day++) {
      state = TEST.next(state, 0.01 * (sharpe / StrictMath.sqrt(252) + random.nextGaussian()));
    }
    return state;
  }

  @Test
  void the_first_ten_returns_only_make_the_seed() {
    ClaimState state = after(ClaimState.START, 10, -0.02);
    assertThat(state.seed()).isEqualTo(0.02, within(1e-15));
    assertThat(state.against()).isZero();
    assertThat(state.countedDays()).isZero();
    assertThat(TEST.next(state, -0.02).against()).isPositive();
  }

  @Test
  void a_true_claim_is_refused_in_one_of_twenty_lives_at_most() {
    SplittableRandom random = new SplittableRandom(5);
    int refused = 0;
    for (int life = 0; life < 600; life++) {
      refused += trading(1.5, 756, random).word() == EvidenceWord.DISPROVED ? 1 : 0;
    }
    assertThat(refused).isBetween(3, 30);
  }

  @Test
  void of_a_room_of_two_hundred_coin_flippers_one_of_twenty_is_proven_at_most() {
    SplittableRandom random = new SplittableRandom(9);
    ClaimTest picked = new ClaimTest(new ClaimSettings(1.5, -2, 0.05, 200, 252));
    int proven = 0;
    int roomsWithOne = 0;
    for (int room = 0; room < 40; room++) {
      boolean isAnyProven = false;
      for (int flipper = 0; flipper < 200; flipper++) {
        ClaimState alone = ClaimState.START;
        ClaimState best = ClaimState.START;
        for (int day = 0; day < 252; day++) {
          double flip = random.nextBoolean() ? 0.01 : -0.01;
          alone = TEST.next(alone, flip);
          best = picked.next(best, flip);
        }
        proven += alone.word() == EvidenceWord.PROVEN ? 1 : 0;
        isAnyProven |= best.word() == EvidenceWord.PROVEN;
      }
      roomsWithOne += isAnyProven ? 1 : 0;
    }
    assertThat(proven / 8_000.0).as("each for itself").isLessThanOrEqualTo(0.05);
    assertThat(roomsWithOne / 40.0).as("anybody, of all that were tried").isLessThanOrEqualTo(0.05);
  }

  @Test
  void a_strategy_dead_from_the_start_is_caught_as_often_as_its_detection_says() {
    SplittableRandom random = new SplittableRandom(6);
    int caught = 0;
    for (int life = 0; life < 1000; life++) {
      caught += trading(-2, 136, random).word() == EvidenceWord.DISPROVED ? 1 : 0;
    }
    assertThat(caught / 1000.0).isEqualTo(Detection.chance(SETTINGS, 126), within(0.06));
  }

  @Test
  void a_strategy_that_never_moves_is_undecided() {
    ClaimState state = after(ClaimState.START, 756, 0);
    assertThat(state.word()).isEqualTo(EvidenceWord.UNDECIDED);
    assertThat(state.against()).isZero();
    assertThat(state.detector()).isZero();
  }

  @Test
  void steady_losses_disprove_and_steady_gains_prove() {
    assertThat(after(ClaimState.START, 60, -0.01).word()).isEqualTo(EvidenceWord.DISPROVED);
    assertThat(after(ClaimState.START, 60, 0.01).word()).isEqualTo(EvidenceWord.PROVEN);
  }

  @Test
  void a_strategy_that_was_good_and_died_shows_so_over_what_it_had_proven() {
    ClaimState state = after(ClaimState.START, 200, 0.01);
    assertThat(state.word()).isEqualTo(EvidenceWord.PROVEN);
    int days = 0;
    while (state.word() != EvidenceWord.DIED) {
      state = after(state, 1, -0.01);
      days++;
    }
    assertThat(days).isBetween(20, 60);
    state = after(state, 10, 0.01);
    assertThat(state.word()).isEqualTo(EvidenceWord.DIED);
    state = after(state, 400, -0.01);
    assertThat(state.word()).isEqualTo(EvidenceWord.DISPROVED);
    assertThat(after(state, 300, 0.01).word()).isEqualTo(EvidenceWord.DISPROVED);
  }

  @Test
  void more_agents_tried_ask_for_more_proof() {
    ClaimTest picked = new ClaimTest(new ClaimSettings(1.5, -2, 0.05, 20, 252));
    ClaimState alone = ClaimState.START;
    ClaimState best = ClaimState.START;
    while (alone.word() != EvidenceWord.PROVEN) {
      alone = TEST.next(alone, 0.01);
      best = picked.next(best, 0.01);
    }
    assertThat(best.word()).isEqualTo(EvidenceWord.UNDECIDED);
  }

  @Test
  void no_loss_is_too_large_for_the_figures() {
    ClaimState state = after(after(ClaimState.START, 10, 1e-90), 60, -1e100);
    assertThat(state.word()).isEqualTo(EvidenceWord.DISPROVED);
    assertThat(state.detector()).isFinite();
  }

  @Test
  void figures_that_no_returns_leave_behind_are_refused() {
    assertThatThrownBy(() -> new ClaimState(1, 0, 0, 0, Double.NaN, 0, 0, EvidenceWord.UNDECIDED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClaimState(1, 0, -1, 0, 0, 0, 0, EvidenceWord.UNDECIDED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
