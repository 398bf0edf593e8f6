package dev.maestro.cli.eval.capital;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code eval sizing} and {@code eval ledger} against expected results: those of this project
 * always, and those of a folder {@code shared/vectors} beside the checkout where there is one.
 * Amounts are compared as exact decimals.
 */
class CapitalVectorsTest {
  @ParameterizedTest
  @ValueSource(strings = {"sizing", "ledger"})
  void eval_agrees_with_every_vector_to_the_last_digit(String kind) throws IOException {
    List<JsonObject> vectors = own(kind);
    assertThat(vectors).isNotEmpty();
    vectors.addAll(beside(kind));
    String input =
        vectors.stream()
            .map(vector -> vector.get("input").toString() + "\n")
            .collect(Collectors.joining());
    CommandRun run = CommandRun.withInput(input, "eval", kind);
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSameSizeAs(vectors);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      JsonObject vector = vectors.get(i);
      JsonElement result = JsonParser.parseString(run.lines().get(i));
      compare(vector.get("expect"), result, vector.get("id").getAsString(), differences);
    }
    assertThat(differences).isEmpty();
  }

  private static void compare(
      JsonElement expected, JsonElement actual, String path, List<String> differences) {
    if (expected.isJsonObject() && actual.isJsonObject()) {
      Set<String> names = new TreeSet<>(expected.getAsJsonObject().keySet());
      names.addAll(actual.getAsJsonObject().has("cancel") ? Set.of("cancel") : Set.of());
      for (String name : names) {
        JsonElement left = expected.getAsJsonObject().get(name);
        JsonElement right = actual.getAsJsonObject().get(name);
        if (left == null || right == null) {
          differences.add(path + "." + name + ": expected " + left + ", got " + right);
        } else {
          compare(left, right, path + "." + name, differences);
        }
      }
    } else if (expected.isJsonArray()
        && actual.isJsonArray()
        && expected.getAsJsonArray().size() == actual.getAsJsonArray().size()) {
      for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
        JsonElement left = expected.getAsJsonArray().get(i);
        compare(left, actual.getAsJsonArray().get(i), path + "[" + i + "]", differences);
      }
    } else if (!isSame(expected, actual)) {
      differences.add(path + ": expected " + expected + ", got " + actual);
    }
  }

  private static boolean isSame(JsonElement expected, JsonElement actual) {
    Optional<BigDecimal> left = number(expected);
    Optional<BigDecimal> right = number(actual);
    boolean areNumbers = left.isPresent() && right.isPresent();
    return areNumbers ? left.get().compareTo(right.get()) == 0 : expected.equals(actual);
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
        Optional.ofNullable(CapitalVectorsTest.class.getResourceAsStream(name)).orElseThrow()) {
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
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
