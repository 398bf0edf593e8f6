package dev.maestro.embedded.replay.scheme;

import dev.maestro.embedded.replay.day.ReplayDay;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The same for everybody who has closed a trade. */
final class EqualWeights implements SchemeWeights {
  private final List<String> counting;
  private final Set<String> agents = new TreeSet<>();

  /** Of these agents; none: of all. */
  EqualWeights(List<String> counting) {
    this.counting = List.copyOf(counting);
  }

  @Override
  public SortedMap<String, Double> weights() {
    SortedMap<String, Double> weights = new TreeMap<>();
    agents.forEach(agent -> weights.put(agent, 1.0 / agents.size()));
    return weights;
  }

  @Override
  public void learn(ReplayDay day) {
    day.agents().keySet().stream()
        .filter(agent -> counting.isEmpty() || counting.contains(agent))
        .forEach(agents::add);
  }
}
