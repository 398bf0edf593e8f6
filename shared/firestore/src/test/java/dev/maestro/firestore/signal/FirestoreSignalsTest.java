package dev.maestro.firestore.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.inbox.NewestSignalPort;
import dev.maestro.engine.signal.inbox.SignalInbox;
import dev.maestro.engine.signal.inbox.SignalInbox.Outcome;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.signal.SignalInboxContract;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract on the emulator, and signals that were broken by hand. */
class FirestoreSignalsTest extends SignalInboxContract {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Map<String, Object> HOLD = Map.of("action", "HOLD");

  private final EmulatedStore store = EmulatedStore.empty("demo-signals");

  @Override
  protected NewestSignalPort storeOfTrend() {
    new TenantStore(store.firestore()).create(Beginnings.tenant(TENANT), Map.of(), "test", NOW);
    new StrategyStore(store.firestore())
        .add(TENANT, RegisteredStrategy.live(TREND, new Uid("owner")));
    return new FirestoreSignals(store.firestore());
  }

  private Outcome put(Map<String, Object> sent) throws Exception {
    return new SignalInbox(new FirestoreSignals(store.firestore()))
        .put(TENANT, TREND, Fields.of("", sent), "bot", NOW)
        .outcome();
  }

  private static String path() {
    return Paths.of(TENANT, "signals/" + TREND);
  }

  @Test
  void the_document_says_who_sent_it_when_it_came_and_until_when_it_counts() throws Exception {
    put(HOLD);
    Fields stored = store.read(path());
    assertThat(stored.get("received_by", Kinds.TEXT)).isEqualTo("bot");
    assertThat(stored.get("received_at", Kinds.TIME)).isEqualTo(NOW);
    assertThat(stored.get("expires_at", Kinds.TIME)).isAfter(NOW);
  }

  @Test
  void a_signal_is_two_documents_read_and_one_written() throws Exception {
    put(HOLD);
    IoMeter.Count before = store.meter().count();
    put(Map.of("action", "HOLD", "generated_at", NOW.plusSeconds(1).toString()));
    assertThat(store.meter().count().since(before)).isEqualTo(new IoMeter.Count(2, 1, 2));
  }

  @Test
  void a_signal_that_cannot_be_read_gives_way() throws Exception {
    store.write(path(), Map.of("signal", "BUY BUY BUY", "received_at", NOW.plusSeconds(9)));
    assertThat(put(HOLD)).isEqualTo(Outcome.STORED);
  }

  @Test
  void a_signal_without_a_time_is_as_old_as_its_arrival_and_gives_way_if_that_is_no_time()
      throws Exception {
    store.write(path(), Map.of("signal", HOLD, "received_at", NOW));
    assertThat(put(HOLD)).isEqualTo(Outcome.NOT_NEWER);
    store.write(path(), Map.of("signal", HOLD, "received_at", "at noon"));
    assertThat(put(HOLD)).isEqualTo(Outcome.STORED);
  }
}
