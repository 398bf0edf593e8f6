package dev.maestro.cli.demo;

import dev.maestro.cli.report.HtmlReport;
import dev.maestro.embedded.tenant.EmbeddedTenant;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The demo in words, tables and plots. */
final class DemoReport {
  private DemoReport() {}

  /** One line of the story. */
  static String line(DemoChronicle.Event event) {
    return String.format(Locale.ROOT, "%s  %-26s %s", event.time(), event.kind(), event.text());
  }

  /** The last line of the story. */
  static String closing(DemoChronicle chronicle, EmbeddedTenant tenant) {
    BigDecimal realized =
        tenant.closedTrades().stream()
            .map(ClosedTrade::realizedPnl)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return chronicle.log().size()
        + " cycles, "
        + chronicle.approved()
        + " signals approved, "
        + tenant.closedTrades().size()
        + " trades closed, "
        + tenant.shadowTrades().size()
        + " by shadowed strategies on paper, realized P&L "
        + realized.setScale(2, RoundingMode.HALF_EVEN);
  }

  static HtmlReport of(DemoChronicle chronicle, DemoSession session) {
    HtmlReport page = new HtmlReport("Maestro demo: a market session");
    page.paragraph(closing(chronicle, session.tenant()) + ".");
    page.heading("Weights over time");
    page.chart(chronicle.weights());
    page.heading("Equity over time, start = 100 %");
    page.chart(chronicle.equity());
    page.heading("Timeline: market, risk mode, policy, throttle, systemic events");
    List<List<String>> timeline = new ArrayList<>();
    chronicle
        .events()
        .forEach(
            event -> timeline.add(List.of(event.time().toString(), event.kind(), event.text())));
    page.table(List.of("Time", "What", "Change and reason"), timeline);
    page.heading("What was denied, and why");
    List<List<String>> denials = new ArrayList<>();
    chronicle
        .denials()
        .forEach(
            (code, count) ->
                denials.add(
                    List.of(code.name(), Integer.toString(count), chronicle.firstDenial(code))));
    page.table(List.of("Reason", "Signals", "The first of them"), denials);
    page.heading("Strategy ranks at the end");
    page.table(List.of("Rank", "Strategy", "Score", "Trades", "Eligible"), ranks(chronicle));
    weights(page, session.weights());
    return page;
  }

  static HtmlReport of(JournalReplay replay) {
    HtmlReport page = new HtmlReport("Maestro demo: a journal replayed");
    page.paragraph(
        replay.trades()
            + " trades closed one by one. After each, the newest trades of every agent became a"
            + " Sharpe ratio, and the ratios became weights that add up to exactly 1 with the"
            + " cash.");
    page.heading("Weights over time");
    page.chart(replay.chart());
    weights(page, replay.weights());
    return page;
  }

  private static List<List<String>> ranks(DemoChronicle chronicle) {
    List<List<String>> rows = new ArrayList<>();
    for (RankedStrategy ranked : chronicle.rankings()) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              ranked.id(),
              String.format(Locale.ROOT, "%.3f", ranked.score().total()),
              Integer.toString(ranked.strategy().figures().trades()),
              ranked.isEligible() ? "yes" : "no"));
    }
    return rows;
  }

  private static void weights(HtmlReport page, AgentWeights weights) {
    page.heading("Weights at the end");
    List<List<String>> rows = new ArrayList<>();
    for (AgentWeight agent : weights.agents()) {
      AgentPerformance performance = agent.performance();
      rows.add(
          List.of(
              performance.agentId(),
              percent(agent.weight()),
              figure(performance.sharpe()),
              figure(performance.standardError()),
              Integer.toString(performance.trades()),
              performance.standing().name()));
    }
    rows.add(List.of("Cash", percent(weights.cash()), "", "", "", ""));
    page.table(
        List.of("Agent", "Weight", "Sharpe per trade", "Standard error", "Trades", "Standing"),
        rows);
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN) + " %";
  }

  private static String figure(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "unknown";
  }
}
