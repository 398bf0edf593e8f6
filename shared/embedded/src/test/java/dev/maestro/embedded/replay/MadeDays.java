package dev.maestro.embedded.replay;

import dev.maestro.embedded.replay.day.AgentDay;
import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.engine.journal.WindowTrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Days that never were. */
final class MadeDays {
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final List<String> AGENTS = List.of("A", "B", "C", "D");

  private MadeDays() {}

  /** A day with one trade of each agent, on a capital of 1. */
  static ReplayDay day(int number, Map<String, Double> returns) {
    LocalDate date = FIRST.plusDays(number);
    SortedMap<String, AgentDay> agents = new TreeMap<>();
    returns.forEach(
        (agent, earned) -> {
          BigDecimal pnl = BigDecimal.valueOf(earned).setScale(12, RoundingMode.HALF_EVEN);
          WindowTrade trade =
              new WindowTrade(
                  agent + number,
                  date.atTime(12, 0).toInstant(ZoneOffset.UTC),
                  pnl.doubleValue(),
                  pnl);
          agents.put(agent, new AgentDay(pnl, BigDecimal.ONE, List.of(trade)));
        });
    return new ReplayDay(date, agents);
  }

  /** Days of four agents, some of which rest now and then. */
  static List<ReplayDay> random(int days, SplittableRandom random) {
    List<ReplayDay> all = new ArrayList<>();
    for (int number = 0; number < days; number++) {
      Map<String, Double> returns = new TreeMap<>();
      returns.put("A", 0.01 * random.nextGaussian());
      for (String agent : AGENTS) {
        if (random.nextInt(4) > 0) {
          returns.put(agent, 0.002 * AGENTS.indexOf(agent) + 0.01 * random.nextGaussian());
        }
      }
      all.add(day(number, returns));
    }
    return all;
  }
}
