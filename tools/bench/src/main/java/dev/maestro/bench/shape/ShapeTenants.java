package dev.maestro.bench.shape;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Tenants of 20 strategies each, of which ten send a signal in each slot. Nobody feeds a benchmark,
 * so the trading policy is closed and every entry is denied: decided and written, not released.
 */
final class ShapeTenants {
  static final int STRATEGIES = 20;
  static final int SENDERS = 10;

  private static final Uid OWNER = new Uid("owner");
  private static final int TENANTS_A_BATCH = 20;
  private static final int BATCHES_AT_ONCE = 4;
  private static final Duration SIGNAL_LIFE = Duration.ofMinutes(10);

  private final Firestore firestore;
  private final List<TenantId> ids;

  ShapeTenants(Firestore firestore, int tenants) {
    this.firestore = firestore;
    this.ids = IntStream.range(0, tenants).mapToObj(i -> new TenantId("t" + i)).toList();
  }

  int count() {
    return ids.size();
  }

  List<TenantId> ids() {
    return ids;
  }

  /** Creates them with account and strategies. */
  void create(Instant now) {
    TenantStore tenants = new TenantStore(firestore);
    for (TenantId id : ids) {
      tenants.create(
          new Tenant(id, id.value(), true, BigDecimal.valueOf(10_000), ZoneOffset.UTC, OWNER),
          Map.of(),
          "bench",
          now);
    }
    inBatches(
        (batch, tenant) -> {
          for (int i = 0; i < STRATEGIES; i++) {
            RegisteredStrategy live = RegisteredStrategy.live(strategy(i), OWNER);
            batch.create(
                firestore.document(Paths.of(tenant, "strategies/" + live.id())),
                StoredValue.map(RegisteredStrategyForm.FACTS.write(live)));
          }
        });
    StrategyStore strategies = new StrategyStore(firestore);
    ids.forEach(
        id ->
            strategies.lookAgain(
                new Tenant(id, id.value(), true, BigDecimal.TEN, ZoneOffset.UTC, OWNER)));
  }

  /** What comes before a slot: an account of now, and the signals of ten strategies. */
  void send(Slot slot) {
    Instant at = slot.start();
    Map<String, Object> account =
        Map.of("equity", "10000", "buying_power", "10000", "positions", List.of(), "as_of", at);
    inBatches(
        (batch, tenant) -> {
          batch.set(
              firestore.document(Paths.of(tenant, "accounts/main")), StoredValue.map(account));
          for (int i = 0; i < SENDERS; i++) {
            batch.set(
                firestore.document(Paths.of(tenant, "signals/" + strategy(i))), signal(i, at));
          }
        });
  }

  private static StrategyId strategy(int number) {
    return new StrategyId("s" + number);
  }

  private static Map<String, Object> signal(int strategy, Instant at) {
    Map<String, Object> sent =
        Map.of(
            "action", strategy % 2 == 0 ? "BUY" : "HOLD",
            "symbol", "SYM" + strategy,
            "allocation", "0.05",
            "confidence", "0.8",
            "price", "100",
            "stop_price", "95",
            "reasoning", "closed above its average of 50 days",
            "generated_at", at);
    return StoredValue.map(
        Map.of(
            "signal",
            sent,
            "received_at",
            at,
            "received_by",
            OWNER.value(),
            "expires_at",
            at.plus(SIGNAL_LIFE)));
  }

  private void inBatches(BiConsumer<WriteBatch, TenantId> writing) {
    Queue<ApiFuture<List<WriteResult>>> onTheirWay = new ArrayDeque<>();
    for (int from = 0; from < ids.size(); from += TENANTS_A_BATCH) {
      WriteBatch batch = firestore.batch();
      ids.subList(from, Math.min(ids.size(), from + TENANTS_A_BATCH))
          .forEach(tenant -> writing.accept(batch, tenant));
      onTheirWay.add(batch.commit());
      if (onTheirWay.size() == BATCHES_AT_ONCE) {
        StoreCalls.await(onTheirWay.remove());
      }
    }
    onTheirWay.forEach(StoreCalls::await);
  }
}
