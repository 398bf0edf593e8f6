package dev.maestro.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the emulators are looked for, in which order, and what a download must be. */
class EmulatorJarsTest {
  private static final byte[] JAR = "the emulator".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256 =
      "ff400d5969d0641e991e45abb249ffd46f5ac795e681f2acfcf8a68542012b23";
  private static final String CACHE = ".cache/firebase/emulators";

  private final Path home;
  private final AtomicInteger downloads = new AtomicInteger();
  private final HttpServer server;
  private byte[] served = JAR;
  private int status = 200;

  EmulatorJarsTest(@TempDir Path home) throws IOException {
    this.home = home;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          downloads.incrementAndGet();
          exchange.sendResponseHeaders(status, served.length);
          exchange.getResponseBody().write(served);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private PinnedJar pinned() {
    URI source = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/emulator.jar");
    return new PinnedJar(source, "cloud-firestore-emulator-v1.19.8.jar", JAR.length, SHA256);
  }

  private EmulatorJars jars(Map<String, String> more) {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("HOME", home.toString());
    return new EmulatorJars(environment, home.resolve("usual"), pinned());
  }

  private Path file(String path) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.resolve("..").normalize());
    return Files.write(file, JAR);
  }

  @Test
  void a_jar_named_by_the_environment_comes_first() throws IOException {
    Path named = file("my.jar");
    file("sdk/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar");
    Map<String, String> environment =
        Map.of(
            "FIRESTORE_EMULATOR_JAR", named.toString(),
            "CLOUDSDK_ROOT_DIR", home.resolve("sdk").toString());
    assertThat(jars(environment).firestore()).isEqualTo(named);
  }

  @Test
  void a_name_without_a_file_is_an_error_and_nothing_else_is_tried() throws IOException {
    file("usual/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar");
    assertThatThrownBy(() -> jars(Map.of("FIRESTORE_EMULATOR_JAR", "/no/such.jar")).firestore())
        .hasMessage("FIRESTORE_EMULATOR_JAR names no file, got /no/such.jar");
    assertThatThrownBy(() -> jars(Map.of("PUBSUB_EMULATOR_JAR", "/no/such.jar")).pubsub())
        .hasMessage("PUBSUB_EMULATOR_JAR names no file, got /no/such.jar");
  }

  @Test
  void the_named_sdk_comes_before_gcloud_on_the_path_before_the_usual_folder_before_the_cache()
      throws IOException {
    String jar = "/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";
    Path cached = file(CACHE + "/cloud-firestore-emulator-v1.19.7.jar");
    assertThat(jars(Map.of()).firestore()).isEqualTo(cached);
    Path usual = file("usual" + jar);
    assertThat(jars(Map.of()).firestore()).isEqualTo(usual);
    Path onPath = file("installed" + jar);
    Path gcloud = file("installed/bin/gcloud");
    assertThat(gcloud.toFile().setExecutable(true)).isTrue();
    Path links = Files.createDirectories(home.resolve("links"));
    Files.createSymbolicLink(links.resolve("gcloud"), gcloud);
    Map<String, String> path = Map.of("PATH", "/no/where:" + links);
    assertThat(jars(path).firestore()).isEqualTo(onPath.toRealPath());
    Path named = file("sdk" + jar);
    Map<String, String> both =
        Map.of(
            "PATH", links.toString(),
            "CLOUDSDK_ROOT_DIR", home.resolve("sdk").toString());
    assertThat(jars(both).firestore()).isEqualTo(named);
  }

  @Test
  void the_newest_of_the_cache_is_taken() throws IOException {
    file(CACHE + "/cloud-firestore-emulator-v1.9.9.jar");
    Path newest = file(CACHE + "/cloud-firestore-emulator-v1.19.8.jar");
    file(CACHE + "/cloud-firestore-emulator-v1.19.7.jar");
    assertThat(jars(Map.of()).firestore()).isEqualTo(newest);
  }

  @Test
  void what_is_nowhere_is_downloaded_once() throws IOException {
    Path first = jars(Map.of()).firestore();
    assertThat(first).hasBinaryContent(JAR);
    assertThat(jars(Map.of()).firestore()).isEqualTo(first);
    assertThat(downloads).hasValue(1);
  }

  @Test
  void a_download_of_another_content_is_thrown_away() throws IOException {
    served = "the emulatos".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> jars(Map.of()).firestore())
        .hasMessageContaining("expected 12 with " + SHA256)
        .hasMessageContaining("gcloud components install cloud-firestore-emulator");
    assertThat(cached()).isEmpty();
  }

  @Test
  void a_download_of_another_length_or_status_is_thrown_away() throws IOException {
    served = new byte[200_000];
    assertThatThrownBy(() -> jars(Map.of()).firestore()).hasMessageContaining("expected 12 with");
    served = JAR;
    status = 403;
    assertThatThrownBy(() -> jars(Map.of()).firestore()).hasMessageContaining("answers 403");
    assertThat(cached()).isEmpty();
  }

  @Test
  void without_a_pubsub_emulator_the_error_says_how_to_get_it() {
    assertThatThrownBy(() -> jars(Map.of()).pubsub())
        .hasMessageContaining("gcloud components install pubsub-emulator");
  }

  @Test
  void what_is_not_here_is_named_by_its_package() throws IOException {
    assertThat(jars(Map.of()).missingPackages())
        .containsExactly("google-cloud-cli-firestore-emulator", "google-cloud-cli-pubsub-emulator");
    file("usual/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar");
    assertThat(jars(Map.of()).missingPackages())
        .containsExactly("google-cloud-cli-pubsub-emulator");
    file("usual/platform/pubsub-emulator/lib/cloud-pubsub-emulator-0.8.6-all.jar");
    assertThat(jars(Map.of()).missingPackages()).isEmpty();
    assertThat(downloads).hasValue(0);
  }

  @Test
  void the_setup_fetches_what_it_can_and_says_what_it_cannot() {
    assertThat(setup("missing"))
        .containsExactly("google-cloud-cli-firestore-emulator", "google-cloud-cli-pubsub-emulator");
    assertThat(setup("fetch"))
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("maestro: downloading the Firestore emulator"),
            line -> assertThat(line).startsWith("maestro: the Pub/Sub emulator is not on this"));
    assertThat(downloads).hasValue(1);
    assertThat(setup("missing")).containsExactly("google-cloud-cli-pubsub-emulator");
  }

  @Test
  void the_setup_says_nothing_where_both_are_here() throws IOException {
    file("usual/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar");
    file("usual/platform/pubsub-emulator/lib/cloud-pubsub-emulator-0.8.6-all.jar");
    assertThat(setup("missing")).isEmpty();
    assertThat(setup("fetch")).isEmpty();
    assertThat(downloads).hasValue(0);
  }

  @Test
  void a_download_that_fails_is_one_sentence_of_the_setup() {
    status = 403;
    assertThat(setup("fetch"))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("cannot be downloaded").contains("403"));
  }

  private List<String> setup(String task) {
    List<String> lines = new ArrayList<>();
    EmulatorSetup.run(task, jars(Map.of()), lines::add);
    return lines;
  }

  private List<Path> cached() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(CACHE))) {
      return files.toList();
    }
  }
}
