package dev.maestro.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an instance that lives for days keeps of its callers. */
class CallLimiterMemoryTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final int A_MINUTE = 3_000;
  private static final int MINUTES = 60;

  @Test
  void callers_of_minutes_that_are_over_are_forgotten() {
    CallLimiter limiter = new CallLimiter(new Nothing());
    int most = 0;
    for (int i = 0; i < A_MINUTE * MINUTES; i++) {
      Instant now = START.plusSeconds(60L * (i / A_MINUTE));
      limiter.count(
          new TenantId("acme"), new Uid("c" + i), CallKind.READ, LimitsConfig.DEFAULTS, now);
      most = Math.max(most, limiter.remembered());
    }
    assertThat(most).isLessThanOrEqualTo(CallLimiter.REMEMBERED + 2 * A_MINUTE);
  }

  /** A store in which nobody has called yet. */
  private static final class Nothing implements CallerMinutesPort {
    @Override
    public StandingMinute find(TenantId tenant, Uid caller) {
      return new StandingMinute(Optional.empty(), StoreVersion.NONE);
    }

    @Override
    public boolean replace(TenantId tenant, Uid caller, CallerMinute next, StoreVersion before) {
      return true;
    }
  }
}
