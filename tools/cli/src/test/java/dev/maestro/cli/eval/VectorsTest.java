package dev.maestro.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code eval} against expected results: those of this project always, and those of a folder {@code
 * shared/vectors} beside the checkout where there is one.
 */
class VectorsTest {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");
  private static final BigDecimal WEIGHT_TOLERANCE = new BigDecimal("2e-10");

  @ParameterizedTest
  @ValueSource(strings = {"evidence", "policy", "stability", "systemic", "weights"})
  void eval_agrees_with_every_vector(String kind) throws IOException {
    List<JsonObject> vectors = own(kind);
    assertThat(vectors).isNotEmpty();
    vectors.addAll(beside(kind));
    String input =
        vectors.stream()
            .map(vector -> vector.get("input").toString() + "\n")
            .collect(Collectors.joining());
    CommandRun run = CommandRun.withInput(input, "eval", kind);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSameSizeAs(vectors);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      JsonElement result = JsonParser.parseString(run.lines().get(i));
      String id = vectors.get(i).get("id").getAsString();
      compare(vectors.get(i).get("expect"), result, id, differences);
    }
    assertThat(differences).isEmpty();
  }

  /** Extra fields of the result are fine; numbers may be text. */
  private static void compare(
      JsonElement expected, JsonElement actual, String path, List<String> differences) {
    if (expected.isJsonObject() && actual.isJsonObject()) {
      for (Map.Entry<String, JsonElement> member : expected.getAsJsonObject().entrySet()) {
        String name = path + "." + member.getKey();
        if (actual.getAsJsonObject().has(member.getKey())) {
          JsonElement found = actual.getAsJsonObject().get(member.getKey());
          compare(member.getValue(), found, name, differences);
        } else {
          differences.add(name + " is missing");
        }
      }
    } else if (expected.isJsonArray()
        && actual.isJsonArray()
        && expected.getAsJsonArray().size() == actual.getAsJsonArray().size()) {
      for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
        String name = path + "[" + i + "]";
        compare(
            expected.getAsJsonArray().get(i), actual.getAsJsonArray().get(i), name, differences);
      }
    } else if (!isSame(expected, actual, path)) {
      differences.add(path + ": expected " + expected + ", got " + actual);
    }
  }

  private static boolean isSame(JsonElement expected, JsonElement actual, String path) {
    Optional<BigDecimal> expectedNumber = number(expected);
    Optional<BigDecimal> actualNumber = number(actual);
    if (expectedNumber.isEmpty() || actualNumber.isEmpty()) {
      return expected.equals(actual);
    }
    boolean weight = path.endsWith(".weight") || path.endsWith(".cash");
    BigDecimal most =
        weight
            ? WEIGHT_TOLERANCE
            : TOLERANCE.multiply(expectedNumber.get().abs().max(BigDecimal.ONE));
    return expectedNumber.get().subtract(actualNumber.get()).abs().compareTo(most) <= 0;
  }

  private static Optional<BigDecimal> number(JsonElement value) {
    if (!value.isJsonPrimitive() || value.getAsJsonPrimitive().isBoolean()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(value.getAsString()));
    } catch (NumberFormatException text) {
      return Optional.empty();
    }
  }

  private static List<JsonObject> own(String kind) throws IOException {
    String name = "/vectors/" + kind + ".jsonl";
    try (InputStream in =
        Optional.ofNullable(VectorsTest.class.getResourceAsStream(name)).orElseThrow()) {
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
