package dev.maestro.cli.weights;

import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.CapitalSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Weights as the table that people read, best first. */
public final class WeightsTable {
  private static final String RULER = "=".repeat(60);
  private static final int NAME_WIDTH = 20;

  private WeightsTable() {}

  /**
   * The lines of the table.
   *
   * @param capital in dollars; if given, each line ends with its dollars, which add up to the cent
   */
  public static List<String> lines(AgentWeights weights, Optional<BigDecimal> capital) {
    List<String> lines = new ArrayList<>(List.of(RULER, "MAESTRO - AGENT WEIGHTS", RULER));
    Optional<CapitalSplit> dollars = capital.map(amount -> CapitalSplit.of(amount, weights));
    int width =
        weights.agents().stream()
            .mapToInt(agent -> agent.performance().agentId().length())
            .reduce(NAME_WIDTH, Math::max);
    List<AgentWeight> bestFirst = new ArrayList<>(weights.agents());
    bestFirst.sort(Comparator.comparing(AgentWeight::weight).reversed());
    for (AgentWeight agent : bestFirst) {
      String line = line(agent.performance().agentId(), width, agent.weight()) + remark(agent);
      lines.add(withDollars(line, width, dollars.map(split -> split.of(agent))));
    }
    String cash = line("Cash", width, weights.cash());
    lines.add(withDollars(cash, width, dollars.map(CapitalSplit::cash)));
    weights.warnings().forEach(warning -> lines.add("Warning: " + warning.text()));
    return lines;
  }

  private static String line(String name, int width, BigDecimal weight) {
    BigDecimal percent = weight.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%-" + width + "s: %6s%%", name, percent);
  }

  private static String remark(AgentWeight agent) {
    AgentPerformance performance = agent.performance();
    String sharpe =
        performance.sharpe().isPresent()
            ? String.format(Locale.ROOT, "Sharpe: %7.4f", performance.sharpe().getAsDouble())
            : "Sharpe: unknown";
    String standing =
        switch (performance.standing()) {
          case RANKED -> performance.trades() + " trades";
          case LOSING -> agent.weight().signum() > 0 ? "losing: floor" : "losing";
          case UNPROVEN -> "unproven: " + performance.trades() + " trades";
        };
    return " (" + sharpe + ", " + standing + ")";
  }

  private static String withDollars(String line, int nameWidth, Optional<BigDecimal> dollars) {
    return dollars
        .map(
            amount ->
                String.format(Locale.ROOT, "%-" + (nameWidth + 46) + "s %,14.2f", line, amount))
        .orElse(line);
  }
}
