package dev.maestro.embedded.replay;

import dev.maestro.embedded.replay.day.ReplayDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Money that follows a scheme: it earns a day with what it held since the evening before, and pays
 * for every change of what it holds. Begins with 1, in cash.
 */
final class ReplayBook {
  private static final double BASIS_POINTS = 10_000;

  private final double costRate;
  private final SortedMap<String, Double> held = new TreeMap<>();
  private final List<Double> equity = new ArrayList<>();
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

  /** In the evening: holds these fractions of the money from now on. */
  void hold(Map<String, Double> target) {
    if (money == 0) {
      return;
    }
    SortedSet<String> all = new TreeSet<>(held.keySet());
    all.addAll(target.keySet());
    double change = 0;
    double most = 0;
    for (String agent : all) {
      double wanted = target.getOrDefault(agent, 0.0);
      change += Math.abs(wanted - held.getOrDefault(agent, 0.0));
      most = Math.max(most, wanted);
    }
    turned += change;
    largest += most;
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

  /** The day returns, fractions. */
  double[] returns() {
    double[] returns = new double[equity.size()];
    double before = 1;
    for (int i = 0; i < returns.length; i++) {
      returns[i] = before > 0 ? equity.get(i) / before - 1 : 0;
      before = equity.get(i);
    }
    return returns;
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
