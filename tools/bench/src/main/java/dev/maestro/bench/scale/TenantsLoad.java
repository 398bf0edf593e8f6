package dev.maestro.bench.scale;

import dev.maestro.bench.SampleCycle;
import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.embedded.conduct.OneSlot;
import dev.maestro.engine.conduct.BusySlotException;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.Tenant;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * One slot of 10, 100 and 1,000 tenants with 20 strategies each on plain memory, every message
 * delivered twice, in no order, by two workers. Each tenant's slot must be decided exactly once;
 * what a tenant costs is processor time of the threads that decide, without collections of garbage,
 * in rounds of 1,000 tenants each.
 */
public final class TenantsLoad {
  private static final int STRATEGIES = 20;
  private static final int ROUND = 1_000;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 5;
  private static final int WORKERS = 2;
  private static final List<Integer> SIZES = List.of(10, 100, 1_000);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<Situation> TENANTS =
      IntStream.range(0, ROUND)
          .mapToObj(i -> SampleCycle.of(tenant(new TenantId("t" + i)), STRATEGIES))
          .toList();

  private TenantsLoad() {}

  /** Runs everything and prints a table. */
  public static void main(String[] arguments) throws Exception {
    List<List<Double>> micros = new ArrayList<>();
    SIZES.forEach(size -> micros.add(new ArrayList<>()));
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (int i = 0; i < SIZES.size(); i++) {
        double each = round(SIZES.get(i));
        if (round >= WARM_UP) {
          micros.get(i).add(each);
        }
      }
    }
    System.out.println(
        "| tenants | processor time of a tenant's slot | least, most | beside 10 tenants |");
    System.out.println("|---|---|---|---|");
    double ten = middle(micros.get(0));
    for (int i = 0; i < SIZES.size(); i++) {
      List<Double> own = micros.get(i);
      System.out.printf(
          Locale.ROOT,
          "| %,d | %.0f us | %.0f, %.0f | %.2f |%n",
          SIZES.get(i),
          middle(own),
          Collections.min(own),
          Collections.max(own),
          middle(own) / ten);
    }
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Microseconds of a processor for each tenant. */
  private static double round(int tenants) throws Exception {
    long nanos = 0;
    for (int i = 0; i < ROUND / tenants; i++) {
      nanos += slot(tenants);
    }
    return nanos / 1e3 / ROUND;
  }

  private static long slot(int tenants) throws Exception {
    MemoryCycles cycles = new MemoryCycles();
    List<TenantId> deliveries = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      TenantId id = TENANTS.get(i).facts().tenant().id();
      cycles.put(TENANTS.get(i));
      deliveries.addAll(List.of(id, id));
    }
    Collections.shuffle(deliveries, new Random(7));
    PolicyStage.Outcome given = SampleCycle.given();
    ConductSlot conduct =
        OneSlot.over(cycles, SampleCycle.now()).under((known, market, moment) -> given);
    LongAdder nanos = new LongAdder();
    int decided = deliver(conduct, deliveries, nanos);
    if (decided != tenants || !isWhole(cycles, tenants)) {
      throw new IllegalStateException(decided + " decisions for " + tenants + " tenants");
    }
    return nanos.sum();
  }

  private static int deliver(ConductSlot conduct, List<TenantId> deliveries, LongAdder nanos)
      throws Exception {
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < deliveries.size(); i++) {
      TenantId tenant = deliveries.get(i);
      String owner = "delivery " + i;
      work.add(
          () -> {
            long before = THREADS.getCurrentThreadCpuTime();
            int decided = decided(conduct, tenant, owner);
            nanos.add(THREADS.getCurrentThreadCpuTime() - before);
            return decided;
          });
    }
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      int decided = 0;
      for (Future<Integer> one : workers.invokeAll(work)) {
        decided += one.get();
      }
      return decided;
    } finally {
      workers.shutdownNow();
    }
  }

  /** 1 if this delivery has decided; one that meets another at work would come again. */
  private static int decided(ConductSlot conduct, TenantId tenant, String owner) {
    try {
      return conduct.conduct(tenant, SampleCycle.slot(), owner) instanceof Conclusion.Decided
          ? 1
          : 0;
    } catch (BusySlotException other) {
      return 0;
    }
  }

  /** One record of every tenant, the first behind the chain that it had. */
  private static boolean isWhole(MemoryCycles cycles, int tenants) {
    return cycles.records(new TenantId("t0")).size() == 1
        && cycles.records(new TenantId("t" + (tenants - 1))).size() == 1;
  }

  private static Tenant tenant(TenantId id) {
    return new Tenant(
        id, id.value(), true, BigDecimal.valueOf(1_000_000), ZoneOffset.UTC, new Uid("owner"));
  }
}
