package dev.maestro.cli.lab;

import dev.maestro.embedded.storm.ScheduleResult;
import dev.maestro.embedded.storm.StormPlan;
import dev.maestro.embedded.storm.StormReport;
import dev.maestro.embedded.storm.fault.PlantedFault;
import dev.maestro.embedded.storm.world.Breach;
import dev.maestro.engine.form.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a search found, as people and programs read it. */
final class LedgerLabText {
  /** The figures by name. */
  static final View<StormReport> REPORT =
      View.<StormReport>empty()
          .with("schedules", StormReport::schedules)
          .with("steps", StormReport::steps)
          .with("answers", report -> report.codes().size())
          .with("known_share", StormReport::knownShare)
          .with("hash", report -> Long.toHexString(report.hash()))
          .with("broken_seed", report -> report.broken().map(ScheduleResult::seed))
          .with(
              "broken", report -> report.broken().flatMap(ScheduleResult::breach).map(Breach::rule))
          .with(
              "found",
              report -> report.broken().flatMap(ScheduleResult::breach).map(Breach::found));

  private LedgerLabText() {}

  static List<String> lines(StormPlan plan, StormReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format("schedules          %,12d  from seed %d", report.schedules(), plan.firstSeed()));
    plan.fault().ifPresent(fault -> lines.add(format("planted fault      %s", fault)));
    lines.add(format("steps              %,12d", report.steps()));
    lines.add(format("different answers  %,12d", report.codes().size()));
    lines.add(
        format("compared by strategy %9.1f %%  the rest by symbol", 100 * report.knownShare()));
    lines.add(format("hash               %12s", Long.toHexString(report.hash())));
    lines.add(
        report
            .broken()
            .map(broken -> end(broken) + replay(plan, broken))
            .orElse("every invariant held"));
    return lines;
  }

  static List<String> table(Map<PlantedFault, StormReport> reports) {
    List<String> lines = new ArrayList<>();
    lines.add(format("%-30s %10s  %s", "planted fault", "schedules", "what it broke"));
    reports.forEach(
        (fault, report) ->
            lines.add(
                format(
                    "%-30s %,10d  %s",
                    fault,
                    report.schedules(),
                    report
                        .broken()
                        .flatMap(ScheduleResult::breach)
                        .map(Breach::rule)
                        .orElse("NOT FOUND"))));
    return lines;
  }

  static String end(ScheduleResult result) {
    return result
        .breach()
        .map(breach -> "seed " + result.seed() + " broke: " + breach)
        .orElseGet(() -> "seed " + result.seed() + ": every invariant held");
  }

  private static String replay(StormPlan plan, ScheduleResult broken) {
    String fault = plan.fault().map(planted -> " --fault " + planted).orElse("");
    return format("%nreplay: ./maestro lab ledger --replay %d%s", broken.seed(), fault);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
