package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A project of Google Cloud in which nothing is yet, with the scripts of this tree: gcloud is
 * {@code stand-in.sh}, which answers as the services do at first.
 */
final class NewProject {
  /** Answers nothing at first, then what each call of the smoke test should meet. */
  private static final String CURL =
      """
      #!/usr/bin/env bash
      printf '%s\\n' "$(printf '[%s]' curl "$@")" >> "$CALLS"
      [ -e "$STATE/curl" ] || { touch "$STATE/curl"; printf 404; exit 0; }
      case "$*" in
        *SIGNATURE_REMOVED*) printf 403 ;;
        *X-Maestro-Tenant*) printf 403 ;;
        *the-token*) printf 200 ;;
        */health*) printf 200 ;;
        *) printf 403 ;;
      esac
      """;

  private static final String PROGRAM =
      "#!/usr/bin/env bash\n"
          + "printf '%s\\n"
          + "' \"$(printf '[%s]' \"${0##*/}\" \"$@\")\" >> \"$CALLS\"\n";

  private final Path folder;

  NewProject(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("state"));
    Path scripts = Tree.ROOT.resolve("tools/deploy");
    for (Path script : Tree.list("tools/deploy")) {
      if (script.toString().endsWith(".sh")) {
        write("tools/deploy/" + script.getFileName(), Files.readString(script));
      }
    }
    for (Path file : Tree.list("tools/deploy/monitoring")) {
      write("tools/deploy/" + scripts.relativize(file), Files.readString(file));
    }
    try (var stream = Objects.requireNonNull(NewProject.class.getResourceAsStream("stand-in.sh"))) {
      write("bin/gcloud", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
    write("bin/curl", CURL);
    write("bin/npx", PROGRAM);
    write("bin/node", PROGRAM);
    write("dashboard/run", PROGRAM + "mkdir -p dashboard/dist && : > dashboard/dist/index.html\n");
    write(
        "bin/docker",
        PROGRAM
            + "[ \"$1\" != inspect ] || echo"
            + " europe-west1-docker.pkg.dev/my-fund/maestro/functions@sha256:1");
    write("maestro", PROGRAM);
  }

  /** Runs a script of bash there, without waiting between tries. */
  Bash run(Map<String, String> more, String script) throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("CALLS", folder.resolve("calls").toString());
    environment.put("STATE", folder.resolve("state").toString());
    environment.put("MAESTRO_PAUSE_SECONDS", "0");
    return Bash.run(folder, environment, script);
  }

  /** Every call since the last question, a word in brackets each. */
  List<String> calls() throws IOException {
    Path file = folder.resolve("calls");
    List<String> calls = Files.readAllLines(file);
    Files.delete(file);
    return calls;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
