package dev.maestro.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.emulator.process.ChildProcess;
import dev.maestro.emulator.process.Ports;
import dev.maestro.local.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is to stay, and what becomes of it. */
class SupervisorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Listens on the port of its argument, in a JVM of its own. */
  private static final String SERVER =
      """
      import java.net.*;
      class Server {
        public static void main(String[] port) throws Exception {
          try (ServerSocket s = new ServerSocket(
              Integer.parseInt(port[0]), 9, InetAddress.getByName("127.0.0.1"))) {
            while (true) s.accept().close();
          }
        }
      }
      """;

  private final Path folder;
  private final List<String> notices = new CopyOnWriteArrayList<>();

  SupervisorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Supervisor server(int port) throws IOException {
    Path source = Files.writeString(folder.resolve("Server.java"), SERVER);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = List.of(java, "-Xmx64m", source.toString(), String.valueOf(port));
    return Supervisor.start(
        "server",
        () -> ChildProcess.start("server", command, Map.of(), folder.resolve("server.log")),
        notices::add);
  }

  @Test
  void a_killed_process_is_started_again_on_its_port() throws IOException {
    int port = Ports.free();
    try (Supervisor supervisor = server(port)) {
      supervisor.keep(port, PATIENCE);
      long first = supervisor.current().pid();
      assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();
      Await.until(
          "another process listens",
          () -> supervisor.current().pid() != first && Ports.isListening(port));
      assertThat(notices).hasSize(1);
      assertThat(notices.get(0)).startsWith("server ended with 137 and is started again");
    }
  }

  @Test
  void what_is_closed_stays_ended() throws IOException {
    int port = Ports.free();
    Supervisor supervisor = server(port);
    supervisor.keep(port, PATIENCE);
    ChildProcess child = supervisor.current();
    supervisor.close();
    assertThat(child.isAlive()).isFalse();
    assertThat(supervisor.current()).isSameAs(child);
    assertThat(Ports.isListening(port)).isFalse();
    assertThat(notices).isEmpty();
  }

  @Test
  void a_process_that_cannot_start_is_an_error_with_the_end_of_its_log() {
    try (Supervisor supervisor =
        Supervisor.start(
            "broken",
            () ->
                ChildProcess.start(
                    "broken",
                    List.of("sh", "-c", "echo no such function; exit 3"),
                    Map.of(),
                    folder.resolve("broken.log")),
            notices::add)) {
      assertThatThrownBy(() -> supervisor.keep(Ports.free(), PATIENCE))
          .hasMessageStartingWith("broken ended with 3: no such function (");
    }
  }

  @Test
  void a_child_takes_along_what_it_started() {
    ChildProcess child =
        ChildProcess.start(
            "parent",
            List.of("sh", "-c", "sleep 300 & sleep 300"),
            Map.of(),
            folder.resolve("parent.log"));
    ProcessHandle parent = ProcessHandle.of(child.pid()).orElseThrow();
    Await.until("both sleep", () -> parent.descendants().count() == 2);
    List<ProcessHandle> family = parent.descendants().toList();
    child.close();
    Await.until("nobody is left", () -> family.stream().noneMatch(ProcessHandle::isAlive));
  }
}
