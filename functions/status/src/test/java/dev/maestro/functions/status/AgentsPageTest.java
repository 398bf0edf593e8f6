package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/agents.md and llms.txt: what can be typed is typed, and what is named is there. */
class AgentsPageTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern TYPED =
      Pattern.compile("```bash\\n(.*?)```\\n\\n```text\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)");

  @TempDir private Path folder = Path.of("");

  private String type(String command, QuickSystem system) throws Exception {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(QuickTenant.variables(system));
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    assertThat(builder.start().waitFor()).as(command + Files.readString(out)).isZero();
    return Files.readString(out).strip();
  }

  @Test
  void every_command_of_the_page_gives_what_it_shows() throws Exception {
    Matcher typed = TYPED.matcher(Files.readString(ROOT.resolve("docs").resolve("agents.md")));
    int commands = 0;
    try (QuickSystem system = new QuickSystem(QuickTenant.OWNER)) {
      QuickTenant.create(system, List.of("trend"));
      for (; typed.find(); commands++) {
        String shown =
            Stream.of(typed.group(2).strip().split("\\.\\.\\.", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        assertThat(type(typed.group(1), system)).matches(Pattern.compile(shown, Pattern.DOTALL));
      }
    }
    assertThat(commands).isEqualTo(3);
  }

  @Test
  void every_page_that_is_named_is_there() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : List.of(ROOT.resolve("llms.txt"), ROOT.resolve("docs").resolve("agents.md"))) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        if (!Files.exists(page.resolveSibling(link.group(1)))) {
          missing.add(page + ": " + link.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void each_sample_is_shorter_than_sixty_lines() throws IOException {
    for (String sample : List.of("agent.py", "agent.mjs", "Agent.java")) {
      assertThat(Files.readAllLines(ROOT.resolve("samples").resolve(sample)))
          .as(sample)
          .hasSizeLessThan(60);
    }
  }
}
