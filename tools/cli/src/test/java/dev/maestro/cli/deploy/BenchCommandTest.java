package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./maestro bench}: what it builds, and what it starts. */
class BenchCommandTest {
  private static final String NOTE = "#!/usr/bin/env bash\necho \"${0##*/} $*\" >> \"$CALLS\"\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void benchmarks_and_functions_are_built_then_the_named_ones_run() throws Exception {
    program("clone/maestro", Tree.text("maestro"));
    program("clone/functions/status/pom.xml", "");
    Files.createDirectories(folder.resolve("clone/tools/cli/target"));
    program("bin/java", NOTE + "echo '    java.specification.version = 17'\n");
    program("bin/mvn", NOTE);
    Bash run =
        Bash.run(
            folder.resolve("clone"),
            Map.of(
                "PATH",
                folder.resolve("bin") + ":" + System.getenv("PATH"),
                "JAVA_HOME",
                "",
                "CALLS",
                folder.resolve("calls").toString()),
            "./maestro bench cycle coldstart");
    assertThat(run.exitCode()).as(run.out()).isZero();
    List<String> calls = Files.readAllLines(folder.resolve("calls"));
    assertThat(calls)
        .filteredOn(call -> call.startsWith("mvn "))
        .singleElement()
        .asString()
        .contains(" -pl tools/cli,tools/bench,functions/status ");
    assertThat(calls)
        .last()
        .asString()
        .endsWith(" dev.maestro.bench.run.BenchMain cycle coldstart");
  }

  private void program(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
