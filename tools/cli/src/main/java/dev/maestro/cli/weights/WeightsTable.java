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

  private WeightsTable() {}

  /**
   * The lines of the table.
   *
   * @param capital in dollars; if given, each line ends with its dollars, which add up to the cent
   */
  public static List<String> lines(AgentWeights weights, Optional<BigDecimal> capital) {
    List<String> lines = new ArrayList<>(List.of(RULER, "MAESTRO - AGENT WEIGHTS", RULER));
    Optional<CapitalSplit> dollars = capital.map(amount -> CapitalSplit.of(amount, weights));
    int width = 20;
    for (AgentWeight agent : weights.agents()) {
      width = Math.max(width, agent.performance().agentId().length());
    }
    List<AgentWeight> bestFirst = new ArrayList<>(weights.agents());
    bestFirst.sort(Comparator.comparing(AgentWeight::weight).reversed());
    for (AgentWeight agent : bestFirst) {
      String name = agent.performance().agentId();
      lines.add(
          line(name, width, agent.weight())
              + " "
              + remark(agent.performance())
              + dollars.map(split -> money(split.of(agent))).orElse(""));
    }
    lines.add(
        line("Cash", width, weights.cash()) + dollars.map(split -> money(split.cash())).orElse(""));
    weights.warnings().forEach(warning -> lines.add("Warning: " + warning.name()));
    return lines;
  }

  private static String line(String name, int width, BigDecimal weight) {
    BigDecimal percent = weight.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%-" + width + "s: %6s%%", name, percent);
  }

  private static String remark(AgentPerformance agent) {
    String sharpe =
        agent.sharpe().isPresent()
            ? String.format(Locale.ROOT, "Sharpe: %7.4f", agent.sharpe().getAsDouble())
            : "Sharpe: unknown";
    String standing =
        switch (agent.standing()) {
          case RANKED -> agent.trades() + " trades";
          case LOSING -> "losing: floor";
          case UNPROVEN -> "unproven: " + agent.trades() + " trades";
        };
    return "(" + sharpe + ", " + standing + ")";
  }

  private static String money(BigDecimal dollars) {
    return String.format(Locale.ROOT, "  %,14.2f", dollars);
  }
}
