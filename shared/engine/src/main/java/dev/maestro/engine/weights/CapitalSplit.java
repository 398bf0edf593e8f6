package dev.maestro.engine.weights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An amount of money divided by weights, to the cent: the parts add up to the amount exactly. Each
 * part is rounded down, and the missing cents go to the largest remainders (ties: agent order, cash
 * last).
 */
public final class CapitalSplit {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final AgentWeights weights;
  private final List<BigDecimal> parts;

  private CapitalSplit(AgentWeights weights, List<BigDecimal> parts) {
    this.weights = weights;
    this.parts = parts;
  }

  /**
   * Divides.
   *
   * @param capital at least 0, in dollars with at most 2 decimal places
   */
  public static CapitalSplit of(BigDecimal capital, AgentWeights weights) {
    if (capital.signum() < 0 || capital.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException(
          "capital must be at least 0 with at most 2 decimal places, got " + capital);
    }
    List<BigDecimal> exact = new ArrayList<>();
    weights.agents().forEach(agent -> exact.add(capital.multiply(agent.weight())));
    exact.add(capital.multiply(weights.cash()));
    List<BigDecimal> parts = new ArrayList<>();
    BigDecimal missing = capital;
    for (BigDecimal part : exact) {
      BigDecimal down = part.setScale(2, RoundingMode.DOWN);
      parts.add(down);
      missing = missing.subtract(down);
    }
    List<Integer> byRemainder = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      byRemainder.add(i);
    }
    byRemainder.sort(
        Comparator.comparing((Integer i) -> parts.get(i).subtract(exact.get(i)))
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; missing.signum() > 0; i++) {
      parts.set(byRemainder.get(i), parts.get(byRemainder.get(i)).add(CENT));
      missing = missing.subtract(CENT);
    }
    return new CapitalSplit(weights, parts);
  }

  /** The dollars of one of the agents. */
  public BigDecimal of(AgentWeight agent) {
    return parts.get(weights.agents().indexOf(agent));
  }

  /** The dollars that stay cash. */
  public BigDecimal cash() {
    return parts.get(parts.size() - 1);
  }
}
