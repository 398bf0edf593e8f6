package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.SLOT;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordedVersionTest {
  private static final String VERSION = "version";

  private static Scene speaking(Object version) {
    return Scene.where("trend", buy("AAPL").with(VERSION, version));
  }

  private static Map<String, Object> row(Scene scene) {
    return row(scene, "signals");
  }

  private static Map<String, Object> row(Scene scene, String list) {
    Object rows = scene.run().record().fields().getOrDefault(list, List.of());
    Map<String, Object> fields = new TreeMap<>();
    ((Map<?, ?>) ((List<?>) rows).get(0)).forEach((name, value) -> fields.put("" + name, value));
    return fields;
  }

  private static RegisteredStrategy registered(Map<String, Object> fields) {
    return RegisteredStrategyForm.of("trend", new Uid("ann")).read(Fields.of("", fields));
  }

  @Test
  void the_record_of_a_signal_says_which_version_spoke() {
    assertThat(row(speaking("gemini-9, prompt 12"))).containsEntry(VERSION, "gemini-9, prompt 12");
  }

  @Test
  void a_signal_without_a_version_has_that_of_its_strategy() {
    assertThat(row(Scene.where("trend", buy("AAPL")).isOf("trend", "r-3")))
        .containsEntry(VERSION, "r-3");
    assertThat(row(speaking("s-4").isOf("trend", "r-3"))).containsEntry(VERSION, "s-4");
    assertThat(row(speaking("s-4").isOf("trend", "r-3"), "allocation_decisions"))
        .containsEntry(VERSION, "r-3");
  }

  @Test
  void a_record_without_a_version_has_the_bytes_it_always_had() {
    Scene silent = Scene.where("trend", buy("AAPL"));
    assertThat(row(silent)).doesNotContainKey(VERSION);
    assertThat(row(silent, "allocation_decisions")).doesNotContainKey(VERSION);
  }

  @Test
  void a_version_changes_no_verdict() {
    assertThat(speaking("a").verdictOn("trend").terms())
        .isEqualTo(Scene.where("trend", buy("AAPL")).verdictOn("trend").terms());
  }

  @Test
  void a_version_that_cannot_be_read_holds_back_an_entry_and_no_exit() {
    for (Object unreadable : List.of("", " ", "x".repeat(101), 7, List.of("a"), "a\nb")) {
      assertThat(speaking(unreadable).against("trend"))
          .as("%s", unreadable)
          .containsExactly("INVALID_SIGNAL");
      Scene leaving =
          Scene.where("trend", sell("AAPL").with(VERSION, unreadable)).holds("trend", "AAPL", "1");
      assertThat(leaving.against("trend")).isEmpty();
      assertThat(row(leaving)).doesNotContainKey(VERSION);
    }
  }

  @Test
  void a_strategy_in_process_speaks_for_its_signals() {
    Optional<StrategyVersion> code = StrategyVersion.of("code 2");
    Signal silent = buy("AAPL").by("trend");
    Signal spoken = buy("AAPL").with(VERSION, "code 3").by("trend");
    assertThat(SignalReader.ofSlot(silent, code, SLOT).version()).isEqualTo(code);
    assertThat(SignalReader.ofSlot(spoken, code, SLOT).version()).isEqualTo(spoken.version());
  }

  @Test
  void a_registered_strategy_is_written_and_read_with_its_version() {
    RegisteredStrategy strategy = registered(Map.of("status", "LIVE", VERSION, " r-3 "));
    assertThat(strategy.version()).contains(new StrategyVersion("r-3"));
    assertThat(registered(RegisteredStrategyForm.FACTS.write(strategy))).isEqualTo(strategy);
    assertThat(registered(Map.of("status", "LIVE")).version()).isEmpty();
    assertThatThrownBy(() -> registered(Map.of("status", "LIVE", VERSION, "")))
        .hasMessage("version must be 1 to 100 characters, none of control, got ''");
  }
}
