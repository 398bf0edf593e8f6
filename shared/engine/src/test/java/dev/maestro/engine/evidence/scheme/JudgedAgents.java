package dev.maestro.engine.evidence.scheme;

import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Agents with their daily P&amp;L, and a plain allocation over them. */
final class JudgedAgents {
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  final List<AgentPerformance> agents = new ArrayList<>();
  final List<SortedMap<LocalDate, Double>> dailyPnl = new ArrayList<>();

  static AgentPerformance agent(Standing standing, double sharpe, int trades) {
    return new AgentPerformance(
        "A",
        standing,
        standing == Standing.UNPROVEN ? OptionalDouble.empty() : OptionalDouble.of(sharpe),
        trades,
        Optional.empty(),
        Optional.empty());
  }

  static SortedMap<LocalDate, Double> days(double... pnl) {
    SortedMap<LocalDate, Double> days = new TreeMap<>();
    for (int day = 0; day < pnl.length; day++) {
      days.put(FIRST.plusDays(day), pnl[day]);
    }
    return days;
  }

  /** Of every standing, some of them alike. */
  static JudgedAgents any(SplittableRandom random) {
    JudgedAgents any = new JudgedAgents();
    double[] market = random.doubles(30, -1, 1).toArray();
    int count = random.nextInt(1, 8);
    for (int i = 0; i < count; i++) {
      double own = random.nextInt(3) == 0 ? 0.1 : 3;
      double[] pnl = new double[market.length];
      for (int day = 0; day < pnl.length; day++) {
        pnl[day] = 100 * (market[day] + own * random.nextDouble(-1, 1));
      }
      Standing standing = List.of(Standing.values()).get(random.nextInt(3));
      double sharpe = standing == Standing.LOSING ? -0.2 : random.nextDouble(0.5);
      any.add(agent(standing, sharpe, random.nextInt(2, 100)), days(pnl));
    }
    return any;
  }

  void add(AgentPerformance agent, SortedMap<LocalDate, Double> pnl) {
    agents.add(agent);
    dailyPnl.add(pnl);
  }

  void addCopyOf(int agent) {
    add(agents.get(agent), dailyPnl.get(agent));
  }

  List<Standing> standings() {
    return agents.stream().map(AgentPerformance::standing).toList();
  }

  CloneGroups groups() {
    return CloneGroups.of(dailyPnl, standings());
  }
}
