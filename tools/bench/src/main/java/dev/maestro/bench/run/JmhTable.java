package dev.maestro.bench.run;

import dev.maestro.bench.CpuTimeProfiler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Benchmarks of JMH in several processes, by processor time: the median and the spread of all their
 * iterations, and the multiple of one of them.
 *
 * @param pattern of their names
 * @param parameters that are set
 * @param reference the end of the name of the one that the others are compared with; empty: none
 */
record JmhTable(String pattern, SortedMap<String, String> parameters, Optional<String> reference)
    implements Bench.Measuring {
  private static final int FORKS = 3;
  private static final int WARM_UPS = 8;
  private static final int ITERATIONS = 5;

  static JmhTable of(String pattern) {
    return new JmhTable(pattern, new TreeMap<>(), Optional.empty());
  }

  JmhTable with(String parameter, String value) {
    SortedMap<String, String> more = new TreeMap<>(parameters);
    more.put(parameter, value);
    return new JmhTable(pattern, more, reference);
  }

  JmhTable besides(String benchmark) {
    return new JmhTable(pattern, parameters, Optional.of(benchmark));
  }

  @Override
  public List<String> run() throws Exception {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(pattern)
            .forks(FORKS)
            .warmupIterations(WARM_UPS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(ITERATIONS)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgs("-Xms1g", "-Xmx1g", "-XX:-BackgroundCompilation")
            .addProfiler(CpuTimeProfiler.class);
    parameters.forEach(options::param);
    SortedMap<String, List<Double>> times = new TreeMap<>();
    for (RunResult run : new Runner(options.build()).run()) {
      times.put(name(run), micros(run.getBenchmarkResults()));
    }
    return table(times, reference);
  }

  private static String name(RunResult run) {
    String method = run.getParams().getBenchmark();
    String type = method.substring(0, method.lastIndexOf('.'));
    String given =
        run.getParams().getParamsKeys().stream()
            .map(key -> ", " + key + " " + run.getParams().getParam(key))
            .collect(Collectors.joining());
    return type.substring(type.lastIndexOf('.') + 1) + method.substring(type.length()) + given;
  }

  private static List<Double> micros(Collection<BenchmarkResult> forks) {
    List<Double> micros = new ArrayList<>();
    for (BenchmarkResult fork : forks) {
      for (IterationResult iteration : fork.getIterationResults()) {
        iteration
            .getSecondaryResults()
            .forEach(
                (name, figure) -> {
                  if (name.endsWith("cpu")) {
                    micros.add(figure.getScore());
                  }
                });
      }
    }
    return micros;
  }

  /** One row a benchmark; a reference that did not run is an error. */
  static List<String> table(SortedMap<String, List<Double>> times, Optional<String> reference) {
    Optional<Double> unit =
        reference.map(
            name ->
                times.entrySet().stream()
                    .filter(row -> row.getKey().split(",", 2)[0].equals(name))
                    .findFirst()
                    .map(row -> middle(row.getValue()))
                    .orElseThrow(() -> new IllegalStateException(name + " did not run")));
    List<String> lines = new ArrayList<>();
    lines.add(
        "| | processor time, median | least to most | "
            + reference.map(name -> "of `" + name + "`").orElse("runs")
            + " |");
    lines.add("|---|---|---|---|");
    times.forEach(
        (name, micros) ->
            lines.add(
                "| `"
                    + name
                    + "` | "
                    + FigureText.micros(middle(micros))
                    + " | "
                    + FigureText.micros(Collections.min(micros))
                    + " to "
                    + FigureText.micros(Collections.max(micros))
                    + " | "
                    + unit.map(one -> FigureText.times(middle(micros) / one))
                        .orElse(String.valueOf(micros.size()))
                    + " |"));
    return lines;
  }

  private static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
