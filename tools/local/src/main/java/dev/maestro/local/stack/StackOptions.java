package dev.maestro.local.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the system is to run on this machine.
 *
 * @param project begins with {@code demo-}: no such project exists in the cloud
 * @param root of Maestro's tree: the functions' jars and the rules are below it
 * @param invokerFolder holds the jar of the functions framework
 * @param ports where everything listens
 * @param clock of the schedule and the functions; empty: there is no schedule
 * @param variables added to the environment of every function
 * @param notices takes sentences for people about what happens while it runs
 */
public record StackOptions(
    String project,
    Path root,
    Path invokerFolder,
    StackPorts ports,
    Optional<Clock> clock,
    Map<String, String> variables,
    Consumer<String> notices) {

  /** Keeps its own map. */
  public StackOptions {
    if (!project.matches("demo-[a-z0-9-]{1,25}")) {
      throw new IllegalArgumentException(
          "a project of this machine is demo- and 1 to 25 of a-z 0-9 -, got '" + project + "'");
    }
    variables = Map.copyOf(variables);
  }

  /** What the system asks of whoever started it. */
  public interface Guest {
    /** Called when the emulators are there and nothing triggers yet. */
    void emulatorsReady();

    /** Called before each slot is started. */
    void slotComes(Instant slot);

    /** Does nothing. */
    static Guest none() {
      return new Guest() {
        @Override
        public void emulatorsReady() {}

        @Override
        public void slotComes(Instant slot) {}
      };
    }
  }

  /** The same, told elsewhere. */
  StackOptions withNotices(Consumer<String> other) {
    return new StackOptions(project, root, invokerFolder, ports, clock, variables, other);
  }

  /** Where the logs go. */
  public Path logFolder() {
    return root.resolve("target").resolve("local");
  }
}
