package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder without anything to deploy, where each program writes down how it was called. */
final class FakePrograms {
  private static final List<String> PROGRAMS =
      List.of("gcloud", "docker", "npx", "node", "apt-get");

  /** What a machine knows that pushed the same image for two projects. */
  private static final String IMAGES =
      "\ncase \"$*\" in inspect*) for p in another my-fund; do "
          + "echo europe-west1-docker.pkg.dev/$p/maestro/functions@sha256:$p; done ;; esac";

  private final Path folder;

  /**
   * Fills the folder. A call is one write, for programs that run side by side.
   *
   * @param end what each program does then, in bash
   */
  FakePrograms(Path folder, String end) throws IOException {
    this.folder = folder;
    String program =
        "#!/usr/bin/env bash\ncall=$(printf '[%s]' \"${0##*/}\" \"$@\")\n"
            + "printf '%s\\n' \"$call\" >> \"$CALLS\"\n"
            + end;
    for (String name : PROGRAMS) {
      write("bin/" + name, program);
    }
    write("bin/docker", program + IMAGES);
    write("dashboard/run", program + "\nmkdir -p dashboard/dist && : > dashboard/dist/index.html");
    write("maestro", program + "\n[ \"$1\" != deploy ] || cat \"$SCRIPT\"");
    write("functions/conduct/target/deployment/conduct.jar", "");
    write("tools/deploy/patience.sh", Tree.text("tools/deploy/patience.sh"));
    write("tools/deploy/ready.sh", program);
    write("tools/deploy/subscriptions.sh", program);
    write("tools/deploy/service-accounts.sh", program);
    write("tools/deploy/smoke.sh", program);
  }

  /** Runs bash in the folder. */
  Bash run(String script) throws IOException, InterruptedException {
    return run(Map.of(), script);
  }

  /** Runs bash in the folder with more variables. */
  Bash run(Map<String, String> more, String script) throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("CALLS", folder.resolve("calls").toString());
    environment.put("MAESTRO_PAUSE_SECONDS", "0");
    environment.put("SCRIPT", folder.resolve("script").toString());
    return Bash.run(folder, environment, script);
  }

  /** What {@code ./maestro deploy --dry-run} prints there. */
  void prints(String script) throws IOException {
    Files.writeString(folder.resolve("script"), script);
  }

  /** Every call so far, a word in brackets each. */
  List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
