package dev.maestro.cli.demo;

import dev.maestro.cli.report.HtmlReport;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.weights.AgentWeight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The demo in words, tables and plots. */
final class DemoStory {
  private DemoStory() {}

  /** One line about the weights after a trade. */
  static String line(Trade trade, DemoUser user) {
    String weights =
        user.weights().agents().stream()
            .map(agent -> agent.performance().agentId() + " " + percent(agent.weight()))
            .collect(Collectors.joining(", "));
    return trade.closedAt() + "  " + weights + ", cash " + percent(user.weights().cash());
  }

  static HtmlReport report(List<DemoUser> users, int trades) {
    HtmlReport page = new HtmlReport("Maestro demo: from closed trades to agent weights");
    page.paragraph(
        trades
            + " trades closed one by one. After each, the newest trades of every agent became a"
            + " Sharpe ratio, and the ratios became weights that add up to exactly 1 with the cash.");
    for (DemoUser user : users) {
      page.heading("User " + user.name() + ", " + user.mode() + ": weights over time");
      page.chart(user.chart());
      page.table(
          List.of("Agent", "Weight", "Sharpe per trade", "Standard error", "Trades", "Standing"),
          rows(user));
    }
    return page;
  }

  private static List<List<String>> rows(DemoUser user) {
    List<List<String>> rows = new ArrayList<>();
    for (AgentWeight agent : user.weights().agents()) {
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
    rows.add(List.of("Cash", percent(user.weights().cash()), "", "", "", ""));
    return rows;
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN) + " %";
  }

  private static String figure(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "unknown";
  }
}
