package dev.maestro.bench.run;

import dev.maestro.bench.api.ApiLoad;
import dev.maestro.bench.close.ClaimLoad;
import dev.maestro.bench.close.DayCloseLoad;
import dev.maestro.bench.close.NarrationLoad;
import dev.maestro.bench.close.TradeCloseLoad;
import dev.maestro.bench.coldstart.ColdStartLoad;
import dev.maestro.bench.cost.CostTable;
import dev.maestro.bench.dashboard.DashboardLoad;
import dev.maestro.bench.scale.FanOutLoad;
import dev.maestro.bench.scale.TenantsLoad;
import dev.maestro.bench.shape.ShapeLoad;
import dev.maestro.bench.soak.SoakLoad;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every benchmark that {@code ./maestro bench} knows; a further one is a further constant. */
enum Bench {
  /** Weights of agents, policy, ledger, evidence. */
  ENGINE(
      JmhTable.of("WeightsBenchmark|PolicyBenchmark|LedgerBenchmark|EvidenceBenchmark")
          .besides("WeightsBenchmark.bareDecimals")),
  /** A slot of 50 strategies, and its record beside a bare writer and a bare hash. */
  CYCLE(
      JmhTable.of("CycleBenchmark").with("sellThreshold", "50").besides("CycleBenchmark.gsonOnly")),
  /** A journal of a million rows. */
  JOURNAL(JmhTable.of("JournalBenchmark")),
  /** The meta strategy controller. */
  META(JmhTable.of("MetaBenchmark")),
  /** A trade close in Firestore. */
  CLOSE(new PrintedLines(TradeCloseLoad::main)),
  /** The closing of a day of many strategies. */
  DAYS(new PrintedLines(DayCloseLoad::main)),
  /** A claim and a report of an executor. */
  CLAIM(new PrintedLines(ClaimLoad::main)),
  /** A cycle whose narrator hangs. */
  NARRATION(new PrintedLines(NarrationLoad::main)),
  /** Reads of the API by many callers. */
  API(new PrintedLines(ApiLoad::main)),
  /** What an open page reads, and how soon it shows it. */
  DASHBOARD(new PrintedLines(DashboardLoad::main)),
  /** Many tenants in one slot. */
  TENANTS(new PrintedLines(TenantsLoad::main)),
  /** How many tenants one call of orchestrate publishes. */
  FANOUT(new PrintedLines(FanOutLoad::main)),
  /** Many tenants through orchestrate, Pub/Sub and conduct as processes. */
  SHAPE(new PrintedLines(ShapeLoad::main)),
  /** What a month costs at list prices; computed, not measured. */
  COST(new PrintedLines(CostTable::main)),
  /** The heap over many requests and closes. */
  SOAK(new PrintedLines(SoakLoad::main)),
  /** Process start to the first answer, of every function. */
  COLDSTART(new PrintedLines(ColdStartLoad::main));

  /** How a benchmark is run. */
  interface Measuring {
    /** Runs it; what it says, as lines of Markdown. */
    List<String> run() throws Exception;
  }

  // What is run is a record of texts or a method: nothing of it changes.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Measuring measuring;

  Bench(Measuring measuring) {
    this.measuring = measuring;
  }

  /** Its name on the command line and in the documentation. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> run() throws Exception {
    return measuring.run();
  }

  /**
   * The one of this name.
   *
   * @throws IllegalArgumentException naming all of them
   */
  static Bench named(String word) {
    return Arrays.stream(values())
        .filter(bench -> bench.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no benchmark "
                        + word
                        + ": give one of "
                        + Arrays.stream(values())
                            .map(Bench::word)
                            .collect(Collectors.joining(", "))));
  }
}
