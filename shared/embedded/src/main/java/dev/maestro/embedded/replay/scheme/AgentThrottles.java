package dev.maestro.embedded.replay.scheme;

import dev.maestro.embedded.replay.day.AgentDay;
import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMethod;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The throttle of every agent by both methods, from one closed day to the next. In SHADOW_MODE its
 * days count as they were: the journal is its record on paper.
 */
public final class AgentThrottles {
  /** So many days after the last row that counts is gone, nothing changes any more. */
  private static final int RESTS = 14;

  private final Map<ThrottleMethod, ThrottleConfig> configs = new EnumMap<>(ThrottleMethod.class);
  private final StrategyEvidence evidence;
  private final SortedMap<String, Agent> agents = new TreeMap<>();
  private Optional<LocalDate> last = Optional.empty();

  /** Before the first day. */
  public AgentThrottles(ThrottleConfig throttle, EvidenceConfig evidence) {
    for (ThrottleMethod method : ThrottleMethod.values()) {
      configs.put(method, throttle.by(method));
    }
    this.evidence = new StrategyEvidence(evidence);
  }

  /** What is kept of an agent. */
  private static final class Agent {
    private final Deque<DayResult> rows = new ArrayDeque<>();
    private final Map<ThrottleMethod, ThrottleMemory> memory = new EnumMap<>(ThrottleMethod.class);
    private final Map<ThrottleMethod, ThrottleMode> modes = new EnumMap<>(ThrottleMethod.class);
    private EvidenceState state;
    private Optional<EvidenceOpinion> opinion = Optional.empty();

    Agent(EvidenceState state) {
      this.state = state;
    }
  }

  /** The mode for the day to come; of an agent that closed nothing yet, that of a new strategy. */
  public ThrottleMode mode(String name, ThrottleMethod method) {
    ThrottleConfig config = configs.getOrDefault(method, ThrottleConfig.DEFAULTS);
    return Optional.ofNullable(agents.get(name))
        .map(known -> known.modes.get(method))
        .orElse(config.newStrategyMode());
  }

  /**
   * The days before this one are over, and on those since the last nobody closed anything: each is
   * decided all the same, as far as the rows reach that count.
   *
   * @return true if there was such a day
   */
  public boolean rest(LocalDate day) {
    LocalDate from = last.map(before -> before.plusDays(1)).orElse(day);
    LocalDate reached = from.plusDays(2L * lookback() + RESTS);
    from.datesUntil(reached.isBefore(day) ? reached : day).forEach(this::decide);
    last = Optional.of(day.minusDays(1));
    return from.isBefore(day);
  }

  /** A day is over. */
  public void learn(ReplayDay day) {
    rest(day.date());
    last = Optional.of(day.date());
    day.agents()
        .forEach(
            (name, closed) ->
                add(
                    agents.computeIfAbsent(name, n -> new Agent(evidence.start(""))),
                    day.date(),
                    closed));
    decide(day.date());
  }

  private void decide(LocalDate date) {
    Instant now = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    agents.values().forEach(agent -> decide(agent, date, now));
  }

  private int lookback() {
    return configs.values().iterator().next().lookbackDays();
  }

  private void add(Agent agent, LocalDate date, AgentDay closed) {
    agent.rows.addLast(
        new DayResult(
            date, closed.pnl(), Optional.of(BigDecimal.ZERO), Optional.of(closed.capital())));
    if (agent.rows.size() > lookback()) {
      agent.rows.removeFirst();
    }
    agent.state = evidence.next(agent.state, closed.dayReturn());
    agent.opinion = Optional.of(evidence.opinion(agent.state));
  }

  private void decide(Agent agent, LocalDate date, Instant now) {
    PerformanceReading.Rows rows =
        new PerformanceReading.Rows(List.copyOf(agent.rows), Optional.of(date), agent.opinion);
    configs.forEach(
        (method, config) -> {
          ThrottleMemory.Outcome outcome =
              ThrottleMemory.decide(
                  Optional.ofNullable(agent.memory.get(method)), rows, now, config);
          agent.memory.put(method, outcome.memory());
          agent.modes.put(method, outcome.decision().mode());
        });
  }
}
