package dev.maestro.cli.lab;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.embedded.storm.Schedule;
import dev.maestro.embedded.storm.ScheduleResult;
import dev.maestro.embedded.storm.StormPlan;
import dev.maestro.embedded.storm.StormReport;
import dev.maestro.embedded.storm.StormSearch;
import dev.maestro.embedded.storm.fault.PlantedFault;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro lab ledger}: does any order of events make the ledger break a promise? */
@Command(
    name = "ledger",
    description = {
      "Lets cycles, executors, a feeder, an operator and a broker act in any order, loses and"
          + " doubles",
      "their messages, and checks after every step that no dollar is committed twice. Ends with 1",
      "if something breaks; --fault all ends with 1 if a planted fault is not found."
    },
    mixinStandardHelpOptions = true)
public final class LedgerLabCommand implements Callable<Integer> {
  private static final int MOST = 100_000_000;
  private static final String ALL = "all";

  @Option(
      names = "--schedules",
      paramLabel = "N",
      description = "How many are run, per fault (default: ${DEFAULT-VALUE}).")
  private int schedules = 20_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the first schedule (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      description = "Plants a fault that the search has to find; all: each of them in turn.")
  private Optional<String> fault = Optional.empty();

  @Option(
      names = "--replay",
      paramLabel = "SEED",
      description = "Runs this one schedule and tells every step.")
  private Optional<Long> replay = Optional.empty();

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    if (schedules < 1 || schedules > MOST) {
      throw new UsageException("--schedules must be from 1 to " + MOST + ", got " + schedules);
    }
    boolean isEach = fault.filter(ALL::equalsIgnoreCase).isPresent();
    if (isEach && replay.isEmpty()) {
      return each();
    }
    Optional<PlantedFault> planted = isEach ? Optional.empty() : fault.map(LedgerLabCommand::named);
    return replay.map(one -> replay(one, planted)).orElseGet(() -> search(planted));
  }

  private int replay(long one, Optional<PlantedFault> planted) {
    ScheduleResult result = Schedule.run(one, planted, true);
    result.lines().forEach(Terminal.out()::println);
    Terminal.out().println(LedgerLabText.end(result));
    return result.breach().isPresent() ? 1 : 0;
  }

  private int search(Optional<PlantedFault> planted) {
    StormPlan plan = new StormPlan(seed, schedules, planted);
    StormReport report = run(plan);
    if (json) {
      Terminal.out().println(JsonText.write(LedgerLabText.REPORT.written(report)));
    } else {
      LedgerLabText.lines(plan, report).forEach(Terminal.out()::println);
    }
    return report.broken().isPresent() ? 1 : 0;
  }

  private int each() {
    Map<PlantedFault, StormReport> reports = new EnumMap<>(PlantedFault.class);
    for (PlantedFault planted : PlantedFault.values()) {
      reports.put(planted, run(new StormPlan(seed, schedules, Optional.of(planted))));
    }
    if (json) {
      reports.forEach(
          (planted, report) ->
              Terminal.out()
                  .println(
                      JsonText.write(
                          LedgerLabText.REPORT.written(report).with("fault", planted.name()))));
    } else {
      LedgerLabText.table(reports).forEach(Terminal.out()::println);
    }
    boolean isEachFound = reports.values().stream().allMatch(report -> report.broken().isPresent());
    return isEachFound ? 0 : 1;
  }

  private static StormReport run(StormPlan plan) {
    if (!Terminal.isInteractive()) {
      return StormSearch.run(plan, () -> {});
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("schedules")
            .setInitialMax(plan.schedules())
            .setStyle(ProgressBarStyle.ASCII)
            .build()) {
      return StormSearch.run(plan, bar::step);
    }
  }

  private static PlantedFault named(String name) {
    String word = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(PlantedFault.values())
        .filter(each -> each.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--fault must be all or one of "
                        + Arrays.stream(PlantedFault.values())
                            .map(PlantedFault::name)
                            .collect(Collectors.joining(", "))
                        + ", got "
                        + name));
  }
}
