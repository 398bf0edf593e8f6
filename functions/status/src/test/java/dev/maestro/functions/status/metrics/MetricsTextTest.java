package dev.maestro.functions.status.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.maestro.embedded.json.JsonValues;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.metrics.MetricsForm;
import dev.maestro.engine.name.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Path STORED = Path.of("src/test/resources/metrics/stored.json");
  private static final Path TEXT = Path.of("src/test/resources/metrics/metrics.txt");

  /** Name and type as the specification has them, and the labels beside the tenant. */
  private static final Map<String, String> SPECIFIED =
      Map.ofEntries(
          Map.entry("msc_ai_evaluations_total", "counter [risk_mode]"),
          Map.entry("msc_ai_policy_changes_total", "counter [from_mode, to_mode]"),
          Map.entry("msc_ai_active_strategies", "gauge []"),
          Map.entry("msc_ai_evaluation_duration_seconds", "histogram []"),
          Map.entry("msc_system_health_drawdown_pct", "gauge []"),
          Map.entry("msc_system_health_winrate_pct", "gauge []"),
          Map.entry("maestro_cycles_total", "counter [outcome]"),
          Map.entry("maestro_cycle_duration_seconds", "histogram []"),
          Map.entry("maestro_signals_total", "counter [verdict]"),
          Map.entry("maestro_systemic_events_total", "counter []"),
          Map.entry("maestro_reserved_ratio", "gauge []"),
          Map.entry("maestro_last_cycle_age_seconds", "gauge []"));

  @Test
  void names_types_and_labels_are_those_of_the_specification_and_each_has_its_tenant()
      throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Exposition.Family family : Exposition.parse(text(stored())).families().values()) {
      Set<String> labels = new TreeSet<>();
      for (Exposition.Sample sample : family.samples()) {
        assertThat(sample.labels()).containsEntry("tenant", "acme");
        labels.addAll(sample.labels().keySet());
      }
      labels.removeAll(List.of("tenant", "le"));
      found.put(family.name(), family.type() + " " + labels);
    }
    assertThat(found).isEqualTo(new TreeMap<>(SPECIFIED));
  }

  @Test
  void the_same_figures_are_the_same_text_and_the_docs_name_and_show_them() throws Exception {
    String text = text(stored());
    assertThat(text).isEqualTo(Files.readString(TEXT));
    List<String> docs = Files.readAllLines(Path.of("../../docs/api.md"));
    for (Map.Entry<String, String> metric : SPECIFIED.entrySet()) {
      assertThat(docs)
          .as("the table of metrics in docs/api.md")
          .anyMatch(line -> line.startsWith("| `" + metric.getKey() + "` | " + metric.getValue()));
    }
    assertThat(
            docs.stream().filter(line -> line.matches(" {4}(maestro|msc)_.*")).map(String::strip))
        .as("examples in docs/api.md")
        .isNotEmpty()
        .isSubsetOf(text.lines().toList());
  }

  @Test
  void a_histogram_has_the_buckets_of_the_specification_and_adds_up() throws Exception {
    Exposition exposition = Exposition.parse(text(stored()));
    for (String name :
        List.of("msc_ai_evaluation_duration_seconds", "maestro_cycle_duration_seconds")) {
      assertThat(exposition.bucketsOf(name).keySet())
          .containsExactly(0.1, 0.5, 1.0, 2.0, 5.0, 10.0, Double.POSITIVE_INFINITY);
    }
    assertThat(exposition.bucketsOf("maestro_cycle_duration_seconds").values())
        .containsExactly(700.0, 780.0, 790.0, 795.0, 798.0, 799.0, 800.0);
    assertThat(exposition.value("maestro_cycle_duration_seconds_sum", Map.of("tenant", "acme")))
        .isEqualTo(81.25);
  }

  @Test
  void what_is_not_known_is_not_there() throws Exception {
    assertThat(text(Metrics.UNKNOWN)).isEmpty();
    Map<String, Object> fields = stored().values();
    for (String part : fields.keySet()) {
      Map<String, Object> rest = new TreeMap<>(fields);
      rest.put(part, "lost");
      String text = text(MetricsForm.read(Fields.of("", rest)));
      assertThat(text).doesNotContain("NaN");
      assertThat(Exposition.parse(text).families().keySet())
          .isNotEmpty()
          .isSubsetOf(SPECIFIED.keySet())
          .hasSizeLessThan(SPECIFIED.size());
    }
  }

  private static String text(Fields stored) {
    return text(MetricsForm.read(stored));
  }

  private static String text(Metrics metrics) {
    return new MetricsText(new TenantId("acme"), NOON).of(metrics);
  }

  private static Fields stored() throws IOException {
    return Fields.of(
        "", JsonValues.map(JsonParser.parseString(Files.readString(STORED)).getAsJsonObject()));
  }
}
