package dev.maestro.engine.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.archive.ArchivedInput;
import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.UnusableArchiveException;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.CanonicalReader;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.signal.Spoken;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scene that was written down is the scene that was decided. */
class ArchivedSceneTest {
  private static final String ENGINE = "1.0-test";

  private static CycleArchive archive(Scene scene) {
    CycleInput input = scene.input();
    return new CycleArchive(
        Optional.empty(),
        Optional.of(input.permission()),
        input.occasion().named(""),
        input.team(),
        input.funds(),
        input.risk(),
        scene.settings());
  }

  private static void isRefused(String text, String why) {
    assertThatThrownBy(() -> CycleArchive.read(text, ENGINE))
        .isInstanceOf(UnusableArchiveException.class)
        .hasMessageContaining(why);
  }

  @Test
  void what_is_read_again_decides_the_same_byte_for_byte() {
    Seeds.forEach(
        random -> {
          Scene scene = RandomScene.of(random.nextLong());
          ArchivedInput archived = ArchivedInput.of(archive(scene));
          String record =
              Cycle.run(scene.input().named(archived.hash()), scene.settings()).record().json();
          CycleArchive read = CycleArchive.read(archived.text(), ENGINE);

          assertThat(read.decide(archived.hash()).record().json()).isEqualTo(record);
          assertThat(read.text()).isEqualTo(archived.text());
        });
  }

  /** Two ways to write it: by its types, and by the tree that is read from that. */
  @Test
  void what_is_written_by_types_is_the_canonical_form_of_its_tree() {
    Seeds.forEach(
        random -> {
          String text = archive(RandomScene.of(random.nextLong())).text();
          assertThat(CanonicalJson.write(CanonicalReader.read(text))).isEqualTo(text);
        });
  }

  @Test
  void an_input_of_another_engine_is_named_and_not_decided() {
    String text = archive(RandomScene.of(1)).text();

    assertThatThrownBy(() -> CycleArchive.read(text, "2.0"))
        .hasMessage("OTHER_ENGINE: engine 1.0-test decided it and this is 2.0: use that one");
  }

  @Test
  void an_input_of_another_build_is_refused_by_the_field_that_differs() {
    String text = archive(Scene.where("trend", Spoken.buy("AAPL"))).text();

    isRefused(text.replaceFirst("\"isExitScopeAccount\":false,", ""), "it is missing");
    isRefused(
        text.replaceFirst("\"isExitScopeAccount\":", "\"isExit\":1,\"isExitScopeAccount\":"),
        "settings: unknown names [isExit]");
    isRefused(text.replaceFirst("\"action\":\"BUY\"", "\"action\":\"BYE\""), "no Action is BYE");
    isRefused(text.replaceFirst("\"confidence\":\"[0-9.]+\"", "\"confidence\":\"7\""), "0 to 1");
  }

  @Test
  void a_text_that_is_not_canonical_is_refused() {
    isRefused("", "more");
    isRefused("[]", "which engine");
    isRefused("{\"engine\": \"1.0-test\"}", "needed");
    isRefused("{\"engine\":\"1.0-test\"}", "CycleArchive");
    isRefused("{\"engine\":\"1.0-test\",\"a\":1}", "keys in their order");
    isRefused("[".repeat(5_000), "levels");
  }
}
