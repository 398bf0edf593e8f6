package dev.maestro.embedded.journal.doubt;

import dev.maestro.embedded.journal.format.HeaderName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Agents whose names are those of a sum or of nothing, or of which two are one in two writings. */
final class AgentNames {
  /** Agents beyond these are not looked at. */
  private static final int MOST = 10_000;

  private static final int NAMED = 5;
  private static final Set<String> SUMS =
      Set.of(
          "total",
          "totals",
          "subtotal",
          "grandtotal",
          "sum",
          "summary",
          "average",
          "overall",
          "gesamt",
          "summe");
  private static final Set<String> NOTHING =
      Set.of("", "nan", "none", "null", "na", "n/a", "#n/a", "undefined", "-", "--");

  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> firstOfKey = new HashMap<>();
  private final Set<String> sums = new TreeSet<>();
  private final Set<String> nothing = new TreeSet<>();
  private final Map<String, String> twins = new TreeMap<>();
  private String last = "";

  void add(String agent) {
    if (agent.equals(last) || seen.size() >= MOST) {
      return;
    }
    last = agent;
    if (seen.add(agent)) {
      look(agent);
    }
  }

  private void look(String agent) {
    String word = agent.toLowerCase(Locale.ROOT).strip();
    String key = HeaderName.key(agent);
    if (NOTHING.contains(word)) {
      nothing.add(agent);
    } else if (SUMS.contains(key.replace(":", ""))) {
      sums.add(agent);
    } else {
      String first = firstOfKey.putIfAbsent(key, agent);
      if (first != null) {
        twins.put(agent, first);
      }
    }
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    tell(sums, "a line of sums", "remove it from the file", sentences);
    tell(nothing, "no name", "give its rows the name of the agent that made the trades", sentences);
    twins.entrySet().stream()
        .limit(NAMED)
        .forEach(
            twin ->
                sentences.add(
                    "'"
                        + twin.getKey()
                        + "' and '"
                        + twin.getValue()
                        + "' are two agents: write them alike if they are one"));
    return sentences;
  }

  private static void tell(Set<String> agents, String what, String mend, List<String> sentences) {
    agents.stream()
        .limit(NAMED)
        .map(agent -> "agent '" + agent + "' looks like " + what + ", and has a weight: " + mend)
        .forEach(sentences::add);
  }
}
