package dev.maestro.embedded.replay;

import dev.maestro.embedded.replay.day.ReplayDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Money that follows a scheme: it earns a day with what it held since the evening before, and pays
 * for every change of what it holds. What is asked for after the last day earns nothing and costs
 * nothing. Begins with 1, in cash.
 */
final class ReplayBook {
  private static final double BASIS_POINTS = 10_000;

  private final double costRate;
  private final SortedMap<String, Double> held = new TreeMap<>();
  private final List<Double> equity = new ArrayList<>();
  private Optional<Map<String, Double>> wanted = Optional.empty();
  private double money = 1;
  private double turned;
  private double paid;
  private double largest;

  /** Pays so many basis points of what it buys or sells. */
  ReplayBook(double costBps) {
    this.costRate = costBps / BASIS_POINTS;
  }

  /** A day is over. Whoever has lost everything stays at 0. */
  void earn(ReplayDay day) {
    settle();
    double gain = 0;
    for (Map.Entry<String, Double> share : held.entrySet()) {
      gain += share.getValue() * day.returnOf(share.getKey());
    }
    double factor = Math.max(0, 1 + gain);
    money *= factor;
    equity.add(money);
    if (factor > 0) {
      held.replaceAll((agent, share) -> share * (1 + day.returnOf(agent)) / factor);
    } else {
      held.clear();
    }
  }

  /** In the evening of a day that was earned: holds these fractions of the money from now on. */
  void hold(Map<String, Double> target) {
    if (money > 0) {
      largest += target.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
      move(target);
    }
  }

  /** On a day on which nobody closed anything: holds these fractions of the money from now on. */
  void move(Map<String, Double> target) {
    settle();
    wanted = Optional.of(target);
  }

  private void settle() {
    wanted.filter(target -> money > 0).ifPresent(this::trade);
    wanted = Optional.empty();
  }

  private void trade(Map<String, Double> target) {
    SortedSet<String> all = new TreeSet<>(held.keySet());
    all.addAll(target.keySet());
    double change = 0;
    for (String agent : all) {
      change += Math.abs(target.getOrDefault(agent, 0.0) - held.getOrDefault(agent, 0.0));
    }
    turned += change;
    paid += money * Math.min(1, change * costRate);
    money *= Math.max(0, 1 - change * costRate);
    held.clear();
    held.putAll(target);
  }

  /** The money at the end of every day, after what the evening before cost. */
  List<Double> equity() {
    return equity;
  }

  /** Sum of all that was bought and sold, in multiples of the money. */
  double turned() {
    return turned;
  }

  /** What that cost, in parts of the money at the start. */
  double paid() {
    return paid;
  }

  /** The largest weight of an evening, on average. */
  double largest() {
    return equity.isEmpty() ? 0 : largest / equity.size();
  }

  /**
   * The day returns, fractions: not of the first day, on which nobody is known yet and nothing can
   * be held, and of none after everything was lost.
   */
  double[] returns() {
    double[] returns = new double[Math.max(0, equity.size() - 1)];
    int earned = 0;
    while (earned < returns.length && equity.get(earned) > 0) {
      returns[earned] = equity.get(earned + 1) / equity.get(earned) - 1;
      earned++;
    }
    return Arrays.copyOf(returns, earned);
  }

  /** How far the money stood below its peak at the end of every day, 0..1. */
  List<Double> depths() {
    List<Double> depths = new ArrayList<>(equity.size());
    double peak = 1;
    for (double now : equity) {
      peak = Math.max(peak, now);
      depths.add(1 - now / peak);
    }
    return depths;
  }
}
