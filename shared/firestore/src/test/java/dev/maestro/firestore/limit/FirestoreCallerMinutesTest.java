package dev.maestro.firestore.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.limit.CallKind;
import dev.maestro.engine.limit.CallLimiter;
import dev.maestro.engine.limit.CallerMinutesPort;
import dev.maestro.engine.limit.LimitsConfig;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.Paths;
import dev.maestro.testing.limit.CallLimiterContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract on the emulator, what it costs, and a document that was broken by hand. */
class FirestoreCallerMinutesTest extends CallLimiterContract {
  private static final String PATH = Paths.of(TENANT, "callers/" + BOT);

  private final EmulatedStore store = EmulatedStore.empty("demo-limits");

  @Override
  protected CallerMinutesPort store() {
    return new FirestoreCallerMinutes(store.firestore());
  }

  @Test
  void twelve_calls_that_look_cost_a_read_and_a_write() {
    CallLimiter limiter = new CallLimiter(store());
    var before = store.meter().count();
    for (int i = 0; i < 12; i++) {
      limiter.count(TENANT, BOT, CallKind.READ, LimitsConfig.DEFAULTS, NOW);
    }
    var cost = store.meter().count().since(before);
    assertThat(cost.reads()).isEqualTo(1);
    assertThat(cost.writes()).isEqualTo(1);
  }

  @Test
  void a_document_that_cannot_be_read_or_is_of_a_time_to_come_begins_a_minute_anew() {
    for (Object minute : new Object[] {"noon", NOW.plusSeconds(3600)}) {
      store.write(PATH, Map.of("minute", minute, "reads", 120, "writes", 20, "orders", 600));
      CallLimiter limiter = new CallLimiter(store());
      assertThat(limiter.count(TENANT, BOT, CallKind.READ, LimitsConfig.DEFAULTS, NOW)).isEmpty();
      assertThat(store.read(PATH).get("reads", Kinds.COUNT)).isEqualTo(12);
    }
  }
}
