package dev.maestro.engine.signal.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HookGuardTest {
  private static final Instant NOW = Hooks.NOW;

  private final Map<HookId, Hook> stored =
      new HashMap<>(Map.of(Hooks.ID, Hooks.of("right", Map.of())));
  private int reads;
  private final HookGuard guard =
      new HookGuard(
          id -> {
            reads++;
            return Optional.ofNullable(stored.get(id));
          });

  private boolean isOpen(HookId id, String secret, Instant now) throws TooManyCallsException {
    return guard.open(id, secret, now).isPresent();
  }

  private static HookId stranger(int number) {
    return new HookId(String.format(Locale.ROOT, "%032x", number));
  }

  /** How many of so many calls a minute were answered at all. */
  private int answered(int calls, int from, boolean isSameId) {
    int answered = 0;
    for (int i = 0; i < calls; i++) {
      try {
        guard.open(
            isSameId ? Hooks.ID : stranger(from + i), "wrong", NOW.plusMillis(60_000L * i / calls));
        answered++;
      } catch (TooManyCallsException tooMany) {
        assertThat(tooMany.waitFor()).isPositive();
      }
    }
    return answered;
  }

  @Test
  void the_right_secret_is_looked_up_each_time_and_a_wrong_one_is_not() throws Exception {
    assertThat(isOpen(Hooks.ID, "right", NOW)).isTrue();
    assertThat(isOpen(Hooks.ID, "right", NOW)).isTrue();
    assertThat(reads).isEqualTo(2);
    assertThat(isOpen(Hooks.ID, "wrong", NOW)).isFalse();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void ten_thousand_wrong_secrets_in_a_minute_are_four_reads_and_keep_nobody_out()
      throws Exception {
    assertThat(answered(10_000, 0, true)).isEqualTo(10_000);
    assertThat(reads).isEqualTo(4);
    assertThat(isOpen(Hooks.ID, "right", NOW.plusMillis(59_999))).isTrue();
  }

  @Test
  void ten_thousand_ids_in_a_minute_are_300_reads_and_keep_no_known_hook_out() throws Exception {
    assertThat(isOpen(Hooks.ID, "right", NOW)).isTrue();
    answered(10_000, 1, false);
    assertThat(reads).isEqualTo(HookGuard.LOOKUPS_OF_NEW);
    assertThat(isOpen(Hooks.ID, "right", NOW.plusMillis(59_999))).isTrue();
    assertThat(isOpen(stranger(20_000), "x", NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void ten_thousand_right_ones_in_a_minute_are_60_reads() throws Exception {
    int open = 0;
    for (int i = 0; i < 10_000; i++) {
      try {
        open += isOpen(Hooks.ID, "right", NOW.plusMillis(5L * i)) ? 1 : 0;
      } catch (TooManyCallsException tooMany) {
        assertThat(tooMany.waitFor().toSeconds()).isBetween(1L, 60L);
      }
    }
    assertThat(open).isEqualTo(HookGuard.LOOKUPS_OF_ONE);
    assertThat(reads).isEqualTo(HookGuard.LOOKUPS_OF_ONE);
    assertThat(isOpen(Hooks.ID, "right", NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void a_revoked_secret_opens_nothing_from_then_on() throws Exception {
    assertThat(isOpen(Hooks.ID, "right", NOW)).isTrue();
    stored.computeIfPresent(Hooks.ID, (id, hook) -> hook.revoked(NOW));
    assertThat(isOpen(Hooks.ID, "right", NOW.plusMillis(1))).isFalse();
    stored.remove(Hooks.ID);
    assertThat(isOpen(Hooks.ID, "right", NOW.plusSeconds(16))).isFalse();
  }

  @Test
  void a_new_secret_counts_after_15_seconds_at_the_latest_and_the_old_one_ends_at_once()
      throws Exception {
    assertThat(isOpen(Hooks.ID, "right", NOW)).isTrue();
    stored.computeIfPresent(Hooks.ID, (id, hook) -> hook.rotated("newer", NOW));
    assertThat(isOpen(Hooks.ID, "newer", NOW.plusSeconds(14))).isFalse();
    assertThat(isOpen(Hooks.ID, "right", NOW.plusSeconds(14))).isFalse();
    assertThat(isOpen(Hooks.ID, "newer", NOW.plusSeconds(15))).isTrue();
  }

  @Test
  void a_hook_that_is_not_there_is_answered_like_one_whose_secret_is_another() throws Exception {
    for (int second = 0; second < 60; second += 15) {
      assertThat(isOpen(stranger(7), "any", NOW.plusSeconds(second))).isFalse();
      assertThat(isOpen(stranger(7), "any", NOW.plusSeconds(second))).isFalse();
      assertThat(isOpen(Hooks.ID, "any", NOW.plusSeconds(second))).isFalse();
      assertThat(isOpen(Hooks.ID, "any", NOW.plusSeconds(second))).isFalse();
    }
    assertThat(reads).isEqualTo(8);
    stored.put(stranger(7), Hooks.of("any", Map.of()));
    assertThat(isOpen(stranger(7), "any", NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void what_is_not_known_because_the_store_is_away_is_asked_again() {
    HookGuard away =
        new HookGuard(
            id -> {
              throw new IllegalStateException("away " + ++reads);
            });
    assertThatThrownBy(() -> away.open(Hooks.ID, "right", NOW)).hasMessage("away 1");
    assertThatThrownBy(() -> away.open(Hooks.ID, "right", NOW)).hasMessage("away 2");
  }
}
