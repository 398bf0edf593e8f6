package dev.maestro.emulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  @Test
  void the_wait_doubles_up_to_its_cap_and_is_at_least_half() {
    for (int failures = 1; failures < 200; failures++) {
      long full = failures > 6 ? 5000 : Math.min(5000, 100L << (failures - 1));
      assertThat(BACKOFF.after(failures))
          .as("after %s", failures)
          .isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
    }
  }

  @Test
  void a_cap_below_the_first_wait_is_refused() {
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageStartingWith("0 < first <= cap");
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageStartingWith("0 < first <= cap");
  }
}
