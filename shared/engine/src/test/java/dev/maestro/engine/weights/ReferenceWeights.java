package dev.maestro.engine.weights;

import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The weights once more, from the text of the specification and by other means: decimals of 80
 * digits, every number of floors and of caps tried, nothing iterated.
 */
final class ReferenceWeights {
  private static final MathContext WIDE = new MathContext(80);
  private static final BigDecimal UNITS = BigDecimal.TEN.pow(10);

  /** Nearer than this to a border of rounding, doubles may fall on its other side. */
  private static final BigDecimal NEAR = new BigDecimal("0.001");

  private final List<AgentPerformance> agents;
  private final WeightsConfig config;
  private final List<BigDecimal> softmax = new ArrayList<>();
  private final List<Integer> eligible = new ArrayList<>();
  private final List<BigDecimal> exact = new ArrayList<>();
  private final List<BigDecimal> rounded = new ArrayList<>();
  private boolean knifeEdge;

  private ReferenceWeights(List<AgentPerformance> agents, WeightsConfig config) {
    this.agents = agents;
    this.config = config;
    for (int i = 0; i < agents.size(); i++) {
      BigDecimal exponent = score(i).divide(config.temperature(), WIDE);
      softmax.add(exp(exponent));
      exact.add(BigDecimal.ZERO);
      boolean shares =
          config.enforcePerformance()
              ? standing(i) == Standing.RANKED && score(i).signum() > 0
              : standing(i) != Standing.LOSING;
      if (shares) {
        eligible.add(i);
      }
    }
    eligible.sort(Comparator.comparing(this::score).reversed());
  }

  static ReferenceWeights of(List<AgentPerformance> agents, WeightsConfig config) {
    ReferenceWeights reference = new ReferenceWeights(agents, config);
    if (config.enforcePerformance()) {
      reference.share(reference.eligible.size(), BigDecimal.ZERO);
    } else {
      reference.shareAboveFloors();
    }
    reference.cap();
    reference.exact.add(BigDecimal.ONE.subtract(reference.sum(reference.exact)));
    reference.round();
    return reference;
  }

  /** The weights in agent order, the cash at the end. */
  List<BigDecimal> rounded() {
    return rounded;
  }

  /** True if doubles cannot be expected to round every share to the same unit. */
  boolean isKnifeEdge() {
    return knifeEdge;
  }

  private Standing standing(int agent) {
    return agents.get(agent).standing();
  }

  private BigDecimal score(int agent) {
    if (standing(agent) != Standing.RANKED) {
      return standing(agent) == Standing.LOSING ? BigDecimal.ONE.negate() : BigDecimal.ZERO;
    }
    return new BigDecimal(agents.get(agent).sharpe().orElseThrow()).min(config.maxSharpe());
  }

  /** The most sharers of whom none is below the floor. */
  private void shareAboveFloors() {
    BigDecimal n = BigDecimal.valueOf(agents.size());
    BigDecimal floor = config.minFloorWeight();
    if (floor.multiply(n).compareTo(BigDecimal.ONE) > 0) {
      floor = BigDecimal.ONE.divide(n.add(n), WIDE);
    }
    int sharers = eligible.size();
    share(sharers, floor);
    while (sharers > 1 && exact.get(eligible.get(sharers - 1)).compareTo(floor) < 0) {
      sharers--;
      share(sharers, floor);
    }
  }

  /** The best share by softmax what the floors of all others leave. */
  private void share(int sharers, BigDecimal floor) {
    BigDecimal others = BigDecimal.valueOf(agents.size() - sharers);
    BigDecimal rest = BigDecimal.ONE.subtract(floor.multiply(others));
    List<Integer> best = eligible.subList(0, sharers);
    BigDecimal whole = sum(best.stream().map(softmax::get).toList());
    exact.replaceAll(share -> floor);
    best.forEach(i -> exact.set(i, rest.multiply(softmax.get(i)).divide(whole, WIDE)));
  }

  /** The one level to which the softmax lifts all that are below the cap. */
  private void cap() {
    BigDecimal cap = config.maxWeight();
    List<Integer> open = new ArrayList<>(eligible);
    open.sort(Comparator.comparing(i -> cap.subtract(exact.get(i)).divide(softmax.get(i), WIDE)));
    BigDecimal total = sum(open.stream().map(exact::get).toList());
    for (int capped = 0; capped <= open.size(); capped++) {
      List<Integer> lifted = open.subList(capped, open.size());
      BigDecimal left =
          total
              .subtract(cap.multiply(BigDecimal.valueOf(capped)))
              .subtract(sum(lifted.stream().map(exact::get).toList()));
      BigDecimal lift =
          lifted.isEmpty()
              ? BigDecimal.ZERO
              : left.divide(sum(lifted.stream().map(softmax::get).toList()), WIDE);
      BigDecimal slack = new BigDecimal("1e-60");
      if (lifted.stream()
          .allMatch(
              i ->
                  exact.get(i).add(lift.multiply(softmax.get(i))).compareTo(cap.add(slack)) <= 0)) {
        open.subList(0, capped).forEach(i -> exact.set(i, cap));
        lifted.forEach(i -> exact.set(i, exact.get(i).add(lift.multiply(softmax.get(i))).min(cap)));
        return;
      }
    }
  }

  private void round() {
    List<BigDecimal> remainders = new ArrayList<>();
    BigDecimal missing = UNITS;
    for (BigDecimal share : exact) {
      BigDecimal units = share.multiply(UNITS).setScale(30, RoundingMode.HALF_EVEN);
      BigDecimal down = units.setScale(0, RoundingMode.FLOOR);
      BigDecimal remainder = units.subtract(down);
      rounded.add(down.movePointLeft(10));
      remainders.add(remainder);
      missing = missing.subtract(down);
      BigDecimal toWhole = remainder.min(BigDecimal.ONE.subtract(remainder));
      knifeEdge |= toWhole.signum() != 0 && toWhole.compareTo(NEAR) < 0;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < exact.size(); i++) {
      order.add(i);
    }
    BigDecimal tie = new BigDecimal("1e-20");
    order.sort(
        Comparator.comparing((Integer i) -> remainders.get(i).divideToIntegralValue(tie))
            .thenComparing(i -> i == agents.size() ? BigDecimal.TEN.negate() : score(i))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    int winners = missing.intValueExact();
    for (int i : order.subList(0, winners)) {
      rounded.set(i, rounded.get(i).add(Agents.UNIT));
    }
    if (winners > 0 && winners < order.size()) {
      BigDecimal gap =
          remainders.get(order.get(winners - 1)).subtract(remainders.get(order.get(winners)));
      knifeEdge |= gap.compareTo(tie) > 0 && gap.compareTo(NEAR) < 0;
    }
  }

  private BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, (a, b) -> a.add(b, WIDE));
  }

  /** exp(x) = exp(x / 2^k)^(2^k), the inner one by its series. */
  private static BigDecimal exp(BigDecimal x) {
    int halvings = 20;
    BigDecimal small = x.divide(BigDecimal.valueOf(1L << halvings), WIDE);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int i = 1; i <= 40; i++) {
      term = term.multiply(small, WIDE).divide(BigDecimal.valueOf(i), WIDE);
      sum = sum.add(term, WIDE);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, WIDE);
    }
    return sum;
  }
}
