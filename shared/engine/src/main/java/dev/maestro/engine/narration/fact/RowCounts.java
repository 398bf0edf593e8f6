package dev.maestro.engine.narration.fact;

import dev.maestro.engine.cycle.input.Admission;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.Verdict;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many strategies and signals of a record are in each state.
 *
 * @param strategies by mode, of those whose mode says what becomes of their entries; NOT_SELECTED
 *     and DISABLED beside them
 * @param signals by verdict and by action
 * @param registered all strategies of the tenant
 * @param sent all signals
 */
record RowCounts(
    SortedMap<String, Integer> strategies,
    SortedMap<String, Integer> signals,
    int registered,
    int sent) {
  private static final List<String> MODES =
      Arrays.stream(ThrottleMode.values()).map(Enum::name).toList();

  /** RowCounts the rows of a record; a row that was cut counts under what is left of it. */
  static RowCounts of(List<Map<?, ?>> allocations, List<Map<?, ?>> signals) {
    SortedMap<String, Integer> strategies = new TreeMap<>();
    MODES.forEach(mode -> strategies.put(mode, 0));
    strategies.put(Admission.NOT_SELECTED.name(), 0);
    strategies.put(Admission.DISABLED.name(), 0);
    allocations.forEach(row -> strategies.merge(state(row), 1, Integer::sum));
    SortedMap<String, Integer> verdicts = new TreeMap<>();
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      verdicts.put(outcome.name(), 0);
    }
    for (Map<?, ?> row : signals) {
      verdicts.merge(String.valueOf(row.get("verdict")), 1, Integer::sum);
      String action = String.valueOf(row.get("action"));
      if (!verdicts.containsKey(action) || !action.equals(Verdict.Outcome.HOLD.name())) {
        verdicts.merge(action, 1, Integer::sum);
      }
    }
    return new RowCounts(strategies, verdicts, allocations.size(), signals.size());
  }

  private static String state(Map<?, ?> row) {
    String admission = String.valueOf(row.get("admission"));
    boolean isApart =
        admission.equals(Admission.NOT_SELECTED.name())
            || admission.equals(Admission.DISABLED.name());
    return isApart ? admission : String.valueOf(row.get("mode"));
  }

  /** Those of which the mode says what becomes of their entries. */
  int managed() {
    return MODES.stream().mapToInt(mode -> strategies.getOrDefault(mode, 0)).sum();
  }

  boolean knows(String state) {
    return strategies.containsKey(state) || signals.containsKey(state);
  }

  int of(String state) {
    return strategies.getOrDefault(state, signals.getOrDefault(state, 0));
  }

  /** Of how many the state is one; whose name both lists know is a strategy's. */
  int all(String state) {
    if (!strategies.containsKey(state)) {
      return sent;
    }
    return MODES.contains(state) ? managed() : registered;
  }

  Set<Integer> ofStrategies() {
    Set<Integer> known = new HashSet<>(strategies.values());
    known.add(registered);
    known.add(managed());
    return known;
  }

  Set<Integer> ofSignals() {
    Set<Integer> known = new HashSet<>(signals.values());
    known.add(sent);
    return known;
  }
}
