package dev.maestro.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.eval.meta.RiskModeEval;
import dev.maestro.cli.eval.meta.ScoreEval;
import dev.maestro.cli.eval.meta.SelectEval;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of this test's resources, and those of a folder {@code shared/vectors} beside or above
 * the checkout where there is one.
 */
class MetaVectorsTest {
  private static final double TOLERANCE = 1e-9;

  private static final Map<String, EvalKind> KINDS =
      Map.of(
          "risk-mode",
          RiskModeEval::evaluate,
          "score",
          ScoreEval::evaluate,
          "select",
          SelectEval::evaluate);

  static Stream<Arguments> kinds() {
    return KINDS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(kind -> Arguments.of(kind.getKey(), kind.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void every_case_has_its_expected_result(String kind, EvalKind rules) throws IOException {
    List<String> cases = cases(kind);
    assertThat(cases).isNotEmpty();
    for (String line : cases) {
      Fields vector = JsonText.fields(line);
      assertMatches(
          kind + " " + vector.get("id", Kinds.TEXT),
          vector.fields("expect").values(),
          evaluate(rules, Fields.of("", vector.fields("input").values())));
    }
  }

  private static Map<String, Object> evaluate(EvalKind rules, Fields input) {
    try {
      return JsonText.readObject(JsonText.write(rules.evaluate(input)));
    } catch (IllegalArgumentException refused) {
      return Map.of("error", String.valueOf(refused.getMessage()));
    }
  }

  private static List<String> cases(String kind) throws IOException {
    List<String> lines = new ArrayList<>();
    URL own =
        Optional.ofNullable(MetaVectorsTest.class.getResource("/eval/" + kind + ".jsonl"))
            .orElseThrow();
    try (InputStream resource = own.openStream()) {
      new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
    }
    Optional<Path> folder = vectorFolder();
    if (folder.isPresent()) {
      lines.addAll(Files.readAllLines(folder.get().resolve(kind + ".jsonl")));
    }
    return lines;
  }

  private static Optional<Path> vectorFolder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("vectors");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static void assertMatches(String where, Object expected, Object actual) {
    if (expected instanceof Map<?, ?> object && actual instanceof Map<?, ?> result) {
      assertThat(result.keySet().containsAll(object.keySet())).as(where + ": " + result).isTrue();
      object.forEach(
          (key, value) ->
              assertMatches(
                  where + "." + key, value, Optional.ofNullable(result.get(key)).orElseThrow()));
    } else if (expected instanceof Number number) {
      assertThat(Double.parseDouble(actual.toString()))
          .as(where)
          .isEqualTo(Double.parseDouble(number.toString()), within(TOLERANCE));
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }
}
