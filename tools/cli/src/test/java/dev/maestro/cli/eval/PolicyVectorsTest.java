package dev.maestro.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.maestro.cli.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code eval policy} and {@code eval stability} against expected results: those of this project
 * always, and those of a folder {@code shared/vectors} beside the checkout where there is one.
 */
class PolicyVectorsTest {
  private static final double TOLERANCE = 1e-9;

  @Test
  void every_policy_agrees_with_its_vector() throws IOException {
    check("policy", new PolicyEval(), 11);
  }

  @Test
  void every_policy_in_force_agrees_with_its_vector() throws IOException {
    check("stability", new StabilityEval(), 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"profile\": \"wild\"} | profile must be SAFE, AGGRESSIVE or STANDARD, got 'wild'",
        "{\"overrides\": {\"base_risk\": 1}} | base_risk is not a parameter of a profile",
        "{\"overrides\": {\"profile\": \"SAFE\"}} | overrides must not hold profile",
        "{\"overrides\": 5} | overrides must be an object, got 5",
        "{\"symbols_default\": \"MAYBE\"} | symbols_default must be ALLOW or DENY, got MAYBE",
        "{\"msc_enabled\": \"no\"} | msc_enabled must be true or false, got no",
        "{\"symbols\": [{}]} | symbols needs objects with a symbol, got {}",
        "{\"cost\": 1} | cost must be an object, got 1",
      })
  void an_error_names_the_field_and_the_rule(String input, String error) {
    assertThatThrownBy(() -> new PolicyEval().evaluate(JsonText.readObject(input)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"steps\": [{}]} | at must be a time like 2026-01-31T16:00:00Z, got null",
        "{\"zone\": \"Mars\"} | zone must be a time zone like UTC or America/New_York, got Mars",
        "{\"config\": {\"patience\": 1}} | patience is not a known key",
      })
  void an_error_in_a_history_does_so_too(String input, String error) {
    assertThatThrownBy(() -> new StabilityEval().evaluate(JsonText.readObject(input)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error);
  }

  private static void check(String kind, EvalKind rules, int own) throws IOException {
    List<JsonObject> vectors = own(kind);
    assertThat(vectors).hasSize(own);
    vectors.addAll(beside(kind));
    List<String> differences = new ArrayList<>();
    for (JsonObject vector : vectors) {
      String input = vector.get("input").toString();
      String result = JsonText.write(rules.evaluate(JsonText.readObject(input)));
      String id = vector.get("id").getAsString();
      compare(vector.get("expect"), JsonParser.parseString(result), id, differences);
    }
    assertThat(differences).isEmpty();
  }

  /** Extra fields of the result are fine. */
  private static void compare(
      JsonElement expected, JsonElement actual, String path, List<String> differences) {
    if (expected instanceof JsonObject object && actual instanceof JsonObject found) {
      for (String key : object.keySet()) {
        JsonElement value =
            Optional.ofNullable(found.get(key)).orElse(new JsonPrimitive("nothing"));
        compare(object.get(key), value, path + "." + key, differences);
      }
    } else if (expected.isJsonArray()
        && actual.isJsonArray()
        && expected.getAsJsonArray().size() == actual.getAsJsonArray().size()) {
      for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
        compare(
            expected.getAsJsonArray().get(i),
            actual.getAsJsonArray().get(i),
            path + "[" + i + "]",
            differences);
      }
    } else if (!isSame(expected, actual)) {
      differences.add(path + ": expected " + expected + ", got " + actual);
    }
  }

  private static boolean isSame(JsonElement expected, JsonElement actual) {
    if (isNumber(expected) && isNumber(actual)) {
      return Math.abs(expected.getAsDouble() - actual.getAsDouble()) <= TOLERANCE;
    }
    return expected.equals(actual);
  }

  private static boolean isNumber(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isNumber();
  }

  private static List<JsonObject> own(String kind) throws IOException {
    String name = "/vectors/" + kind + ".jsonl";
    try (InputStream in =
        Optional.ofNullable(PolicyVectorsTest.class.getResourceAsStream(name)).orElseThrow()) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<JsonObject> beside(String kind) throws IOException {
    Path start = Path.of(System.getProperty("user.dir"));
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared/vectors").resolve(kind + ".jsonl");
      if (Files.isRegularFile(file)) {
        return parse(Files.readString(file));
      }
    }
    return List.of();
  }

  private static List<JsonObject> parse(String lines) {
    List<JsonObject> vectors = new ArrayList<>();
    lines
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> vectors.add(JsonParser.parseString(line).getAsJsonObject()));
    return vectors;
  }
}
