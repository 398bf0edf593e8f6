package dev.maestro.cli.demo;

import dev.maestro.cli.report.HtmlReport;
import dev.maestro.cli.report.Look;
import dev.maestro.cli.value.ValueTable;
import dev.maestro.embedded.tenant.EmbeddedTenant;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.meta.selection.StrategyScore;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.twin.value.TwinValue;
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
    return chronicle.log().size()
        + " cycles, "
        + chronicle.approved()
        + " signals approved, "
        + tenant.closedTrades().size()
        + " trades closed, "
        + tenant.shadowTrades().size()
        + " by shadowed strategies on paper, realized P&L "
        + realized(tenant);
  }

  static HtmlReport of(DemoChronicle chronicle, DemoSession session) {
    HtmlReport page = new HtmlReport("Maestro demo: a market session");
    page.table(
        "The session in figures",
        Look.FIGURES,
        List.of("What", "How much"),
        figures(chronicle, session.tenant()));
    page.chart("Weights over time", chronicle.weights());
    page.chart("Equity over time, start = 100 %", chronicle.equity());
    page.table(
        "Timeline: market, risk mode, policy, throttle, systemic events",
        Look.TIMELINE,
        List.of("Time", "What", "Change and reason"),
        chronicle.events().stream()
            .map(event -> List.of(event.time().toString(), event.kind(), event.text()))
            .toList());
    page.table(
        "What was denied, and why",
        Look.BARS,
        List.of("Reason", "Signals", "The first of them"),
        denials(chronicle));
    session.tenant().twin().map(TwinValue::of).ifPresent(value -> value(page, value));
    page.table(
        "Strategy ranks at the end",
        Look.BARS,
        List.of("Strategy", "Score", "Made of"),
        ranks(chronicle));
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
    page.chart("Weights over time", replay.chart());
    weights(page, replay.weights());
    return page;
  }

  private static List<List<String>> figures(DemoChronicle chronicle, EmbeddedTenant tenant) {
    return List.of(
        List.of("Cycles", Integer.toString(chronicle.log().size())),
        List.of("Signals approved", Integer.toString(chronicle.approved())),
        List.of("Trades closed", Integer.toString(tenant.closedTrades().size())),
        List.of("Trades on paper", Integer.toString(tenant.shadowTrades().size())),
        List.of("Realized P&L", realized(tenant)),
        List.of("Mean notional of entries", chronicle.meanNotional()),
        List.of("Deepest fall of equity", chronicle.deepestFall()));
  }

  private static String realized(EmbeddedTenant tenant) {
    return tenant.closedTrades().stream()
        .map(ClosedTrade::realizedPnl)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static List<List<String>> denials(DemoChronicle chronicle) {
    List<List<String>> rows = new ArrayList<>();
    chronicle
        .denials()
        .forEach(
            (code, count) ->
                rows.add(
                    List.of(code.name(), Integer.toString(count), chronicle.firstDenial(code))));
    return rows;
  }

  private static List<List<String>> ranks(DemoChronicle chronicle) {
    List<List<String>> rows = new ArrayList<>();
    for (RankedStrategy ranked : chronicle.rankings()) {
      StrategyScore score = ranked.score();
      rows.add(
          List.of(
              ranked.id(),
              String.format(Locale.ROOT, "%.3f", score.total()),
              String.format(
                  Locale.ROOT,
                  "win rate %.3f, profit factor %.3f, drawdown %.3f, trades %.3f, regime %.3f; %d"
                      + " trades in 30 days, %s",
                  score.winRate(),
                  score.profitFactor(),
                  score.drawdown(),
                  score.volume(),
                  score.regimeBonus(),
                  ranked.strategy().figures().trades(),
                  ranked.isEligible() ? "eligible" : "not eligible")));
    }
    return rows;
  }

  private static void value(HtmlReport page, TwinValue value) {
    page.table(
        "What Maestro was worth, on paper", Look.TABLE, ValueTable.PARTS, ValueTable.parts(value));
    page.paragraph(ValueTable.time(value) + ". " + ValueTable.books(value.made()) + ".");
    value.parts().forEach(part -> page.paragraph(part.part() + ": " + part.sentence()));
    page.table(
        "What each part did to a trade",
        Look.TABLE,
        ValueTable.TRADES,
        value.trades().stream().map(ValueTable::cells).toList());
  }

  private static void weights(HtmlReport page, AgentWeights weights) {
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
        "Weights at the end",
        Look.TABLE,
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
