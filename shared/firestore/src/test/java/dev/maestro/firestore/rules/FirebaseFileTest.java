package dev.maestro.firestore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirebaseFileTest {
  private final JsonObject file =
      JsonParser.parseString(Root.text("firebase.json")).getAsJsonObject();

  @Test
  void the_rules_and_indexes_it_names_are_there() {
    JsonObject firestore = file.getAsJsonObject("firestore");
    for (String name : List.of("rules", "indexes")) {
      assertThat(Root.file(firestore.get(name).getAsString())).isNotEmptyFile();
    }
  }

  @Test
  void the_emulators_listen_on_this_machine_alone() {
    JsonObject emulators = file.getAsJsonObject("emulators");
    for (String name : List.of("firestore", "pubsub")) {
      JsonObject emulator = emulators.getAsJsonObject(name);
      assertThat(emulator.get("host").getAsString()).isEqualTo("127.0.0.1");
      assertThat(emulator.get("port").getAsInt()).isBetween(1024, 65_535);
    }
    assertThat(emulators.getAsJsonObject("ui").get("enabled").getAsBoolean()).isFalse();
  }

  @Test
  void hosting_serves_the_dashboard_and_no_file_of_the_workshop() {
    JsonObject hosting = file.getAsJsonObject("hosting");
    assertThat(hosting.get("public").getAsString()).isEqualTo("dashboard/dist");
    assertThat(hosting.getAsJsonArray("ignore").toString())
        .contains("firebase.json", "**/.*", "**/node_modules/**");
  }
}
