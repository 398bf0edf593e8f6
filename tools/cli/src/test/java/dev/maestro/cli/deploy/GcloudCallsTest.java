package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The calls of gcloud that people read, and which gcloud it is; those of scripts: NewProjectTest.
 */
class GcloudCallsTest {
  private static final Pattern IN_DOCS = Pattern.compile("`gcloud ([^`]*)`");

  @Test
  void every_documented_call_was_accepted_by_the_parser_of_gcloud() throws Exception {
    String text = Tree.text("docs/operations.md").replaceAll("\\s+", " ");
    List<String> calls =
        IN_DOCS
            .matcher(text)
            .results()
            .map(call -> call.group(1).replace("'", "").replace("=PROJECT", "=my-fund"))
            .map(words -> "[gcloud][" + words.replace(" ", "][") + "]")
            .toList();
    assertThat(calls).hasSizeGreaterThan(5);
    assertThat(GcloudCalls.unknown("docs", calls)).isEmpty();
  }

  @Test
  void a_call_that_gcloud_never_took_is_found() throws Exception {
    assertThat(
            GcloudCalls.unknown(
                "none", List.of("[gcloud][pubsub][topics][create][t][--colour=red]", "[curl][x]")))
        .containsExactly("[gcloud][pubsub][topics][create][t][--colour]");
    GcloudCalls.unknown("none", List.of());
  }

  @Test
  void what_deploys_is_the_gcloud_that_accepted_it() {
    Matcher version =
        Pattern.compile("gcloud (\\d+\\.\\d+\\.\\d+) ").matcher(GcloudCalls.accepted().get(0));
    assertThat(version.find()).isTrue();
    assertThat(
            Pattern.compile("google-cloud-cli:(\\d+\\.\\d+\\.\\d+)")
                .matcher(Tree.text("cloudbuild.yaml"))
                .results()
                .map(image -> image.group(1)))
        .isNotEmpty()
        .allMatch(version.group(1)::equals);
  }
}
