package dev.maestro.functions.status.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.limit.CallLimiter;
import dev.maestro.engine.limit.CallerMinute;
import dev.maestro.engine.limit.CallerMinutesPort;
import dev.maestro.engine.limit.StandingMinute;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an instance that lives for days keeps of the tenants that call it. */
class MemberLimitsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Member VIEWER =
      new Member(new Uid("ada"), Role.VIEWER, List.of(), Optional.of(NOW));
  private static final Route ROUTE =
      Route.get("/x", "A route.").to(Set.of(Role.VIEWER), call -> Answer.ok(Map.of()));

  private final AtomicInteger read = new AtomicInteger();
  private final MemberLimits limits =
      new MemberLimits(
          tenant -> {
            read.incrementAndGet();
            return Optional.empty();
          },
          new CallLimiter(new Nothing()));

  @Test
  void of_30_000_tenants_at_most_10_000_are_kept() throws Exception {
    for (int i = 0; i < 30_000; i++) {
      limits.count(new TenantId("t" + i), VIEWER, ROUTE, NOW);
    }
    assertThat(limits.remembered()).isLessThanOrEqualTo(10_000);
  }

  @Test
  void a_tenant_is_read_once_a_minute() throws Exception {
    for (int second : List.of(0, 30, 59, 60, 61)) {
      limits.count(new TenantId("acme"), VIEWER, ROUTE, NOW.plusSeconds(second));
    }
    assertThat(read).hasValue(2);
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
