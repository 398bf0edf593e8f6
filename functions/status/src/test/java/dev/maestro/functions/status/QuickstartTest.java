package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/quickstart.md, typed from its first line to its last. */
class QuickstartTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String END_OF_STEP = "@@ end of step @@";
  private static final String LEFT_OUT = "...";
  private static final long PATIENCE_SECONDS = 240;
  private static final Uid OWNER = new Uid("ann");

  /** What is typed, and what is shown right after it. */
  private static final Pattern BLOCK =
      Pattern.compile("```bash\\n(.*?)```\\n(?:\\n```text\\n(.*?)```\\n)?", Pattern.DOTALL);

  @TempDir private Path folder = Path.of("");

  /** What is typed, and what the page shows after it; blank: nothing comes back. */
  private record Step(String typed, String shown) {
    boolean isAnsweredBy(String answer) {
      String pattern =
          Stream.of(shown.split(Pattern.quote(LEFT_OUT), -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return Pattern.compile(pattern, Pattern.DOTALL).matcher(answer).matches();
    }
  }

  private static List<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    String page = Files.readString(ROOT.resolve("docs").resolve("quickstart.md"));
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      steps.add(new Step(block.group(1), Optional.ofNullable(block.group(2)).orElse("").strip()));
    }
    return steps;
  }

  /** Types all steps into one shell; what comes back, step by step. */
  private List<String> type(List<Step> steps, Map<String, String> variables) throws Exception {
    Path script = folder.resolve("page.sh");
    Files.writeString(
        script,
        steps.stream()
            .map(step -> step.typed() + "printf '\\n%s\\n' '" + END_OF_STEP + "'\n")
            .collect(Collectors.joining("", "set -e\n", "")));
    Path out = Path.of("target", "quickstart.out");
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.getFileName().toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(variables);
    Process shell = builder.start();
    try {
      boolean ends = shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String text = Files.readString(out);
      assertThat(ends).as("ends:%n%s", text).isTrue();
      assertThat(shell.exitValue()).as(text).isZero();
      return Stream.of(text.split(END_OF_STEP)).map(String::strip).toList();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
  }

  @Test
  void the_page_leads_from_nothing_to_a_trade_that_is_weighed() throws Exception {
    QuickSystem.plantProgram(folder);
    Files.createDirectory(folder.resolve("samples"));
    Files.copy(
        ROOT.resolve("samples").resolve("feed_bars.py"),
        folder.resolve("samples").resolve("feed_bars.py"));
    List<Step> steps = steps();
    assertThat(steps).hasSizeGreaterThan(11);
    Map<String, String> wrong = new LinkedHashMap<>();
    try (QuickSystem system = new QuickSystem(OWNER)) {
      List<String> answers = type(steps, system.variables());
      for (int i = 0; i < steps.size(); i++) {
        if (!steps.get(i).isAnsweredBy(answers.get(i))) {
          wrong.put(steps.get(i).typed(), answers.get(i));
        }
      }
      assertThat(system.notices()).isEmpty();
    }
    assertThat(wrong).isEmpty();
  }
}
