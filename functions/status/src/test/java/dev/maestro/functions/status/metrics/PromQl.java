package dev.maestro.functions.status.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression asks for: every name in it must be a series that there is, a label that this
 * series has, or a word of the language.
 */
final class PromQl {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern SELECTOR = Pattern.compile("(" + NAME + ")\\s*\\{([^}]*)}");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
  private static final Pattern VALUES =
      Pattern.compile("label_values\\((" + NAME + "),\\s*(" + NAME + ")\\)");
  private static final Pattern MATCHER = Pattern.compile("(" + NAME + ")\\s*(=~|!~|!=|=)\\s*\"\"");
  private static final Set<String> WORDS =
      Set.of("sum", "max", "rate", "increase", "histogram_quantile", "absent", "bool", "or", "and");

  private final Map<String, Set<String>> labelsOfSeries = new TreeMap<>();

  /** Knows the series of these figures. */
  PromQl(Exposition known) {
    known.families().values().stream()
        .flatMap(family -> family.samples().stream())
        .forEach(
            sample ->
                labelsOfSeries
                    .computeIfAbsent(sample.name(), name -> new TreeSet<>())
                    .addAll(sample.labels().keySet()));
  }

  /** What is wrong with an expression; empty: nothing. */
  List<String> faults(String expression) {
    List<String> faults = new ArrayList<>();
    Set<String> used = new TreeSet<>();
    Matcher values = VALUES.matcher(expression);
    if (values.matches()) {
      series(values.group(1), used, faults);
      labels(List.of(values.group(2)), used, faults);
      return faults;
    }
    String rest =
        expression.replaceAll("\"[^\"]*\"", "\"\"").replaceAll("\\[[$a-zA-Z0-9_:]+]", " ");
    Matcher selector = SELECTOR.matcher(rest);
    while (selector.find()) {
      series(selector.group(1), used, faults);
      Matcher label = MATCHER.matcher(selector.group(2));
      while (label.find()) {
        labels(List.of(label.group(1)), Set.of(selector.group(1)), faults);
      }
      if (!MATCHER.matcher(selector.group(2)).replaceAll("").matches("[\\s,]*")) {
        faults.add("cannot be read: {" + selector.group(2) + "}");
      }
    }
    rest = SELECTOR.matcher(rest).replaceAll(" ");
    Matcher grouping = GROUPING.matcher(rest);
    List<String> grouped = new ArrayList<>();
    while (grouping.find()) {
      grouped.addAll(Arrays.asList(grouping.group(1).strip().split("\\s*,\\s*", -1)));
    }
    Matcher name = Pattern.compile(NAME).matcher(GROUPING.matcher(rest).replaceAll(" "));
    while (name.find()) {
      if (!WORDS.contains(name.group())) {
        series(name.group(), used, faults);
      }
    }
    labels(grouped, used, faults);
    if (used.isEmpty()) {
      faults.add("asks for nothing");
    }
    return faults;
  }

  private void series(String name, Set<String> used, List<String> faults) {
    used.add(name);
    if (!labelsOfSeries.containsKey(name)) {
      faults.add("there is no series " + name);
    }
  }

  private void labels(List<String> labels, Set<String> ofSeries, List<String> faults) {
    for (String label : labels) {
      for (String series : ofSeries) {
        if (!labelsOfSeries.getOrDefault(series, Set.of()).contains(label)) {
          faults.add(series + " has no label " + label);
        }
      }
    }
  }
}
