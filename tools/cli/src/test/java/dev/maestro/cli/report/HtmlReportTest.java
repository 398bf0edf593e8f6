package dev.maestro.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)> & \"quoted\"";
  private static final Instant BEGIN = Instant.parse("2026-01-05T12:00:00Z");

  @TempDir private Path folder = Path.of("");
  private final HtmlReport report = new HtmlReport("A session");

  @BeforeEach
  void fill() {
    LineChart chart = new LineChart();
    for (int at = 0; at < 5_000; at++) {
      chart.add("agent", BEGIN.plusSeconds(at), at / 5_000.0);
    }
    report.paragraph(HOSTILE);
    report.chart("Weights", chart);
    report.table(HOSTILE, Look.BARS, List.of("Reason"), List.of(List.of(HOSTILE, "7")));
  }

  private String written(Optional<String> template) throws IOException {
    Path file = folder.resolve("deep/report.html");
    Path built = folder.resolve("template.html");
    if (template.isPresent()) {
      Files.writeString(built, template.get());
    }
    report.write(file, template.map(text -> built));
    return Files.readString(file);
  }

  @Test
  void without_a_template_it_is_a_plain_page_in_which_text_is_text() throws IOException {
    assertThat(written(Optional.empty()))
        .contains("<title>A session</title>", "<polyline", "&lt;img src=x", "<td class=\"n\">7")
        .doesNotContain("<img");
  }

  @Test
  void in_a_template_no_text_can_leave_its_place() throws IOException {
    String page = written(Optional.of("<script>{\"report\":\"none\"}</script>"));
    assertThat(page)
        .startsWith(
            "<script>{\"format\":1,\"title\":\"A session\",\"sections\":[{\"kind\":\"TEXT\"")
        .endsWith("}</script>")
        .contains("\\u003c/script>\\u003cimg src=x", "\"kind\":\"BARS\"", "\"7\"");
    assertThat(page.split("<", -1)).as("angle brackets").hasSize(3);
  }

  @Test
  void a_long_line_is_thinned_and_keeps_its_end() throws IOException {
    String page = written(Optional.of("{\"report\":\"none\"}"));
    assertThat(page).contains("[" + BEGIN.plusSeconds(4_999).toEpochMilli() + ",0.9998]");
    assertThat(page.split(",0\\.", -1).length).isBetween(1_000, 2_001);
  }

  @Test
  void a_template_without_a_place_is_named() {
    assertThatThrownBy(() -> written(Optional.of("<html></html>")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("template.html has no place for a report");
  }
}
