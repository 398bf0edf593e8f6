package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import dev.maestro.embedded.journal.known.KnownFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports of at least 8 rows, in the columns of their public documentation, against the figures
 * that were worked out by hand beside them.
 */
class HandWorkedExportsTest {
  private static final Path FORMATS = Path.of("src/test/resources/journals/formats");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FORMATS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".hand"))
          .sorted()
          .toList();
    }
  }

  private static HandFile hand(String name) {
    return HandFile.read(FORMATS.resolve(name));
  }

  private static JsonObject weighed(HandFile hand, String... more) {
    List<String> words = new ArrayList<>(List.of("weights", "--json", "--journal"));
    words.add(FORMATS.resolve(hand.file()).toString());
    words.addAll(hand.options());
    words.addAll(List.of(more));
    CommandRun run = CommandRun.of(words.toArray(new String[0]));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_arithmetic_beside_an_export_holds(String name) {
    HandFile hand = hand(name);
    for (HandFile.Trade trade : hand.trades()) {
      assertThat(Arithmetic.of(trade.pnl()) / Arithmetic.of(trade.capital()))
          .as("%s", trade)
          .isCloseTo(trade.written(), within(1e-9));
    }
    for (HandFile.Agent agent : hand.agents()) {
      double mean =
          hand.trades().stream()
              .filter(trade -> trade.agent().equals(agent.agent()))
              .mapToDouble(HandFile.Trade::written)
              .average()
              .orElseThrow();
      assertThat(mean).isCloseTo(Double.parseDouble(agent.mean()), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_export_gives_the_weights_worked_out_by_hand(String name) {
    HandFile hand = hand(name);
    JsonObject weighed = weighed(hand);
    List<String> names = new ArrayList<>();
    for (JsonElement each : weighed.getAsJsonArray("agents")) {
      JsonObject agent = each.getAsJsonObject();
      String id = agent.get("agent_id").getAsString();
      names.add(id);
      HandFile.Agent expected =
          hand.agents().stream()
              .filter(other -> other.agent().equals(id))
              .findFirst()
              .orElseThrow();
      assertThat(agent.get("standing").getAsString()).isEqualTo(expected.standing());
      assertThat(agent.get("trades").getAsLong()).isEqualTo(expected.trades());
      assertThat(agent.get("mean_return").getAsDouble())
          .as("mean of %s", id)
          .isCloseTo(Double.parseDouble(expected.mean()), within(1e-9));
      if (expected.sharpe().equals("unknown")) {
        assertThat(agent.get("sharpe").isJsonNull()).isTrue();
      } else {
        assertThat(agent.get("sharpe").getAsDouble())
            .as("Sharpe ratio of %s", id)
            .isCloseTo(Double.parseDouble(expected.sharpe()), within(1e-6));
      }
      assertThat(agent.get("weight").getAsDouble())
          .as("weight of %s", id)
          .isCloseTo(expected.weight(), within(1e-6));
    }
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            hand.agents().stream().map(HandFile.Agent::agent).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_format_can_be_forced_by_its_name(String name) {
    JsonObject found = weighed(hand(name));
    String format = found.getAsJsonObject("read").get("format").getAsString();
    String forced = format.endsWith("-fills") ? format.replace("-fills", "") : format;
    assertThat(weighed(hand(name), "--format", forced)).isEqualTo(found);
  }

  /** A short that nothing opened before may be one, or a holding from before the file. */
  private static boolean isSaleFirst(String name, String warning) {
    return name.startsWith("hummingbot") && warning.contains("1 symbols begin with a sale");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothing_in_a_good_export_is_rejected_or_in_doubt(String name) {
    JsonObject read = weighed(hand(name)).getAsJsonObject("read");
    assertThat(read.get("rejected").getAsLong()).isZero();
    for (JsonElement warning : read.getAsJsonArray("warnings")) {
      assertThat(isSaleFirst(name, warning.getAsString())).as("%s", warning).isTrue();
    }
  }

  @Test
  void every_known_format_has_a_case() throws IOException {
    Set<String> shown =
        cases().stream()
            .map(name -> weighed(hand(name)).getAsJsonObject("read").get("format").getAsString())
            .collect(Collectors.toSet());
    assertThat(shown)
        .containsAll(KnownFormats.all().stream().map(format -> format.name()).toList());
  }
}
