package dev.maestro.engine.reweigh.day;

import dev.maestro.engine.evidence.scheme.DailyChange;
import dev.maestro.engine.performance.Standing;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.Warning;
import dev.maestro.engine.weights.WeightsConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights from which the moves of a day are counted, kept where {@code max_daily_change} is set.
 * However often a day is weighed, it starts from the same evening.
 *
 * @param day of the newest weights, UTC
 * @param before by agent, what was in force when the day began; empty: nothing, or nothing is
 *     known, and from there on no move is counted
 * @param now by agent, what is in force
 */
public record DayWeights(
    LocalDate day,
    Optional<SortedMap<String, BigDecimal>> before,
    SortedMap<String, BigDecimal> now) {
  private static final double UNITS = 1e10;
  private static final int PLACES = 10;

  /** Far below a unit, far above the noise of adding up a thousand doubles. */
  private static final double NOISE = 1e-4;

  /** Was kept and cannot be read: nobody had anything, so that gains are as slow as they can be. */
  public static final DayWeights UNREADABLE =
      new DayWeights(LocalDate.EPOCH, Optional.empty(), new TreeMap<>());

  /** Keeps its own maps. */
  public DayWeights {
    before = before.map(TreeMap::new).map(Collections::unmodifiableSortedMap);
    now = Collections.unmodifiableSortedMap(new TreeMap<>(now));
  }

  /**
   * Weights within the limit, and what to keep of them.
   *
   * @param kept empty: there is no limit
   */
  public record Limited(AgentWeights weights, Optional<DayWeights> kept) {}

  /**
   * Moves towards the weights that are called for, as far as the day allows.
   *
   * @param stored what was kept last; empty: the moves are counted from tomorrow on
   */
  public static Limited limited(
      Optional<DayWeights> stored, AgentWeights target, WeightsConfig config, Instant at) {
    BigDecimal most = config.scheme().maxDailyChange();
    if (most.compareTo(BigDecimal.ONE) >= 0) {
      return new Limited(target, Optional.empty());
    }
    LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
    LocalDate day = stored.map(DayWeights::day).filter(date::isBefore).orElse(date);
    Optional<SortedMap<String, BigDecimal>> evening =
        stored.flatMap(kept -> kept.day().equals(day) ? kept.before() : Optional.of(kept.now()));
    AgentWeights weights = evening.map(from -> moved(from, target, config)).orElse(target);
    return new Limited(weights, Optional.of(new DayWeights(day, evening, byAgent(weights))));
  }

  private static AgentWeights moved(
      SortedMap<String, BigDecimal> evening, AgentWeights target, WeightsConfig config) {
    List<AgentWeight> agents = target.agents();
    double[] from = new double[agents.size()];
    double[] to = new double[agents.size()];
    Standing[] standings = new Standing[agents.size()];
    for (int i = 0; i < from.length; i++) {
      AgentWeight agent = agents.get(i);
      from[i] = evening.getOrDefault(agent.performance().agentId(), BigDecimal.ZERO).doubleValue();
      to[i] = agent.weight().doubleValue();
      standings[i] = agent.performance().standing();
    }
    double[] today =
        new DailyChange(config.scheme().maxDailyChange().doubleValue()).limit(from, to, standings);
    double cap = config.maxWeight().doubleValue();
    List<AgentWeight> moved = new ArrayList<>(today.length);
    List<Warning> warnings = new ArrayList<>(target.warnings());
    BigDecimal cash = BigDecimal.ONE.setScale(PLACES);
    for (int i = 0; i < today.length; i++) {
      AgentWeight agent = agents.get(i);
      BigDecimal weight = units(Math.min(cap, today[i]));
      moved.add(new AgentWeight(agent.performance(), weight));
      cash = cash.subtract(weight);
      if (weight.compareTo(agent.weight()) != 0) {
        warnings.add(Warning.heldBack(agent.performance().agentId()));
      }
    }
    return new AgentWeights(moved, cash, warnings);
  }

  private static BigDecimal units(double share) {
    return BigDecimal.valueOf((long) Math.floor(share * UNITS + NOISE), PLACES);
  }

  private static SortedMap<String, BigDecimal> byAgent(AgentWeights weights) {
    SortedMap<String, BigDecimal> byAgent = new TreeMap<>();
    weights.agents().forEach(agent -> byAgent.put(agent.performance().agentId(), agent.weight()));
    return byAgent;
  }
}
