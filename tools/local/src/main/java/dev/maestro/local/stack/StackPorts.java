package dev.maestro.local.stack;

import dev.maestro.emulator.process.Ports;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where everything listens, all on 127.0.0.1.
 *
 * @param router takes trigger events
 * @param push takes pushes of Pub/Sub
 * @param page serves the dashboard, if there is one
 */
public record StackPorts(
    int firestore,
    int pubsub,
    int router,
    int push,
    Map<DeployedFunction, Integer> functions,
    int page) {
  private static final int SERVERS = 5;
  private static final int HIGHEST = 65_535;
  private static final int LOWEST = 1024;

  /** Keeps its own map. */
  public StackPorts {
    functions = Map.copyOf(functions);
  }

  /** Free ports. */
  public static StackPorts anyFree() {
    return of(Ports.free(count()));
  }

  /**
   * Consecutive ports: Firestore, Pub/Sub, router, push, then the functions as in the catalogue,
   * then the dashboard.
   *
   * @throws IllegalArgumentException if one of them is in use or does not exist
   */
  public static StackPorts from(int base) {
    if (base < LOWEST || base + count() - 1 > HIGHEST) {
      throw new IllegalArgumentException(
          "ports begin at %d to %d, got %d".formatted(LOWEST, HIGHEST - count() + 1, base));
    }
    List<Integer> ports = IntStream.range(base, base + count()).boxed().toList();
    Optional<Integer> taken = ports.stream().filter(port -> !Ports.isFree(port)).findFirst();
    if (taken.isPresent()) {
      throw new IllegalArgumentException("port " + taken.get() + " is in use");
    }
    return of(ports);
  }

  /** Where a function listens. */
  public int of(DeployedFunction function) {
    return Optional.ofNullable(functions.get(function)).orElseThrow();
  }

  private static int count() {
    return SERVERS + FunctionTable.all().size();
  }

  private static StackPorts of(List<Integer> ports) {
    Map<DeployedFunction, Integer> functions = new LinkedHashMap<>();
    Iterator<Integer> rest = ports.listIterator(SERVERS - 1);
    for (DeployedFunction function : FunctionTable.all()) {
      functions.put(function, rest.next());
    }
    return new StackPorts(
        ports.get(0), ports.get(1), ports.get(2), ports.get(3), functions, rest.next());
  }
}
