package dev.maestro.cli.replay;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.report.HtmlReport;
import dev.maestro.cli.report.LineChart;
import dev.maestro.cli.report.Look;
import dev.maestro.cli.report.ReportTemplate;
import dev.maestro.embedded.replay.Replay;
import dev.maestro.embedded.replay.ReplayFlight;
import dev.maestro.embedded.replay.ReplayLine;
import dev.maestro.embedded.replay.scheme.ReplayScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A replay as a page: the table, and money, drawdown and weights over time. */
final class ReplayPage {
  private final HtmlReport page =
      new HtmlReport("Maestro replay: what the schemes would have earned");
  private final Replay replay;

  private ReplayPage(Replay replay) {
    this.replay = replay;
  }

  /**
   * Writes {@code replay.html}.
   *
   * @param said sentences below the table
   * @return the line that names it
   */
  static String write(Replay replay, List<String> said, Path folder) {
    ReplayPage made = new ReplayPage(replay);
    List<ReplayLine> lines = replay.lines();
    made.page.table(
        "Side by side",
        Look.TABLE,
        ReplayText.HEADER,
        lines.stream().map(ReplayPage::whole).toList());
    said.forEach(made.page::paragraph);
    made.page.chart("Money over time, start = 100 %", made.equity(lines));
    made.page.chart("Below the peak", made.depths(lines));
    lines.stream().map(line -> line.flight().scheme()).distinct().forEach(made::weights);
    Path file = folder.resolve("replay.html");
    Optional<Path> template = ReportTemplate.find();
    try {
      made.page.write(file, template);
    } catch (IOException failure) {
      throw new CommandFailure(
          file + " could not be written: choose another place with --out (" + failure + ")");
    }
    return ReportTemplate.line(file, template.isPresent());
  }

  /** A figure stays on the line of its error. */
  private static List<String> whole(ReplayLine line) {
    return ReplayText.cells(line).stream()
        .map(cell -> cell.replace(" +- ", "\u00a0+-\u00a0"))
        .toList();
  }

  private LineChart equity(List<ReplayLine> lines) {
    LineChart chart = new LineChart();
    lines.forEach(line -> add(chart, line.flight(), replay.equity(line.flight())));
    return chart;
  }

  private LineChart depths(List<ReplayLine> lines) {
    LineChart chart = new LineChart();
    lines.forEach(line -> add(chart, line.flight(), replay.depths(line.flight())));
    return chart;
  }

  private void add(LineChart chart, ReplayFlight flight, List<Double> values) {
    List<LocalDate> dates = replay.dates();
    for (int i = 0; i < values.size(); i++) {
      chart.add(flight.label(), at(dates.get(i)), values.get(i));
    }
  }

  private void weights(ReplayScheme scheme) {
    LineChart chart = new LineChart();
    List<SortedMap<String, Double>> evenings = replay.evenings(scheme);
    List<LocalDate> dates = replay.dates();
    for (int i = 0; i < evenings.size(); i++) {
      Instant at = at(dates.get(i));
      evenings.get(i).forEach((agent, weight) -> chart.add(agent, at, weight));
    }
    page.chart("Weights of " + scheme, chart);
  }

  private static Instant at(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
