package dev.maestro.functions.status.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard and the rules of the docs ask for figures that there are. */
class DashboardTest {
  private static final Path DASHBOARD = Path.of("../../docs/grafana/maestro.json");
  private static final Path OPERATIONS = Path.of("../../docs/operations.md");
  private static final Pattern RULE = Pattern.compile("(?m)^ *expr: (.+)$");

  @Test
  void every_expression_asks_for_series_and_labels_that_there_are() throws Exception {
    PromQl known = known();
    Map<String, List<String>> faults = new TreeMap<>();
    List<String> expressions = expressions();
    assertThat(expressions).hasSizeGreaterThan(14);
    expressions.forEach(expression -> faults.put(expression, known.faults(expression)));
    faults.values().removeIf(List::isEmpty);
    assertThat(faults).isEmpty();
  }

  @Test
  void every_family_of_metrics_is_shown_by_a_panel_and_every_panel_says_what_it_shows()
      throws Exception {
    String all = String.join("\n", expressions());
    assertThat(figures().families().keySet()).allMatch(all::contains);
    Set<Integer> ids = new TreeSet<>();
    for (JsonElement each : panels()) {
      JsonObject panel = each.getAsJsonObject();
      assertThat(ids.add(panel.get("id").getAsInt())).isTrue();
      assertThat(panel.get("title").getAsString()).isNotBlank();
      assertThat(panel.get("description").getAsString()).isNotBlank();
      assertThat(panel.toString()).as("a figure that is not there is no 0").contains("unknown");
      for (JsonElement target : panel.getAsJsonArray("targets")) {
        assertThat(target.getAsJsonObject().get("expr").getAsString())
            .contains("{tenant=\"$tenant\"}");
      }
    }
  }

  @Test
  void the_rules_of_the_docs_ask_for_figures_that_there_are() throws Exception {
    List<String> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(Files.readString(OPERATIONS));
    while (rule.find()) {
      rules.add(rule.group(1));
    }
    assertThat(rules).hasSizeGreaterThan(2);
    PromQl known = known();
    assertThat(rules).allSatisfy(each -> assertThat(known.faults(each)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maestro_cycle_total",
        "sum by (outcom) (increase(maestro_cycles_total[1h]))",
        "maestro_cycles_total{result=\"DECIDED\"}",
        "maestro_cycles_total{outcome=\"DECIDED\", tennant=\"a\"}",
        "maestro_cycles_total{outcome}",
        "label_values(maestro_cycles_total, tennant)",
        "label_values(maestro_cycle_total, tenant)",
        "rate(maestro_reserved_ratio_bucket[5m])",
        "incraese(maestro_cycles_total[5m])",
        "sum by (le) (rate(maestro_cycle_duration_seconds_count[5m]))",
        "1 > 0"
      })
  void an_expression_that_asks_for_something_else_is_a_fault(String expression) throws Exception {
    assertThat(known().faults(expression)).isNotEmpty();
  }

  private static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (JsonElement panel : panels()) {
      for (JsonElement target : panel.getAsJsonObject().getAsJsonArray("targets")) {
        expressions.add(target.getAsJsonObject().get("expr").getAsString());
      }
    }
    for (JsonElement variable : dashboard().getAsJsonObject("templating").getAsJsonArray("list")) {
      if (variable.getAsJsonObject().get("type").getAsString().equals("query")) {
        JsonObject query = variable.getAsJsonObject().getAsJsonObject("query");
        expressions.add(query.get("query").getAsString());
      }
    }
    return expressions;
  }

  private static JsonArray panels() throws IOException {
    return dashboard().getAsJsonArray("panels");
  }

  private static JsonObject dashboard() throws IOException {
    return JsonParser.parseString(Files.readString(DASHBOARD)).getAsJsonObject();
  }

  private static PromQl known() throws IOException {
    return new PromQl(figures());
  }

  private static Exposition figures() throws IOException {
    return Exposition.parse(Files.readString(Path.of("src/test/resources/metrics/metrics.txt")));
  }
}
