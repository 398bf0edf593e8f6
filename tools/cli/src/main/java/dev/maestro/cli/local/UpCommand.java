package dev.maestro.cli.local;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.emulator.EmulatorNotUpException;
import dev.maestro.engine.tenant.Variables;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import dev.maestro.local.catalog.FunctionTable;
import dev.maestro.local.stack.LocalStack;
import dev.maestro.local.stack.StackOptions;
import dev.maestro.local.stack.StackPorts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro up}: emulators, functions, triggers and schedule, until it is stopped. */
@Command(
    name = "up",
    description = {
      "Runs the whole system on this machine: official emulators, every function in a process of"
          + " its own, triggers and schedule, demo data. Ctrl-C stops all it started.",
      "The functions framework listens on every address of this machine, and functions of a demo"
          + " project take unsigned tokens: use it in a network you trust."
    },
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  private static final int STOPPED = 130;

  /** Where {@code npm run build} leaves it. */
  private static final Path DASHBOARD = Path.of("dashboard", "dist");

  /** So often an emulator may fail to come up, each time on other ports. */
  private static final int STARTS = 3;

  /** Its informational lines are not for the person at the terminal. */
  private static final Logger GRPC = Logger.getLogger("io.grpc");

  @Option(
      names = "--project",
      defaultValue = "demo-maestro",
      description = "Its name; begins with demo-.")
  private String project = "";

  @Option(names = "--json", description = "When all is ready, print one line of JSON.")
  private boolean isJson;

  @Option(
      names = "--exec",
      paramLabel = "CMD",
      description =
          "Run CMD with a shell when all is ready, then stop all; exit with its code. It finds"
              + " MAESTRO_STATUS_URL, MAESTRO_TOKEN (an operator), MAESTRO_AGENT_TOKEN and more in"
              + " its environment.")
  private Optional<String> command = Optional.empty();

  @Option(names = "--empty", description = "Without demo data.")
  private boolean isEmpty;

  @Option(
      names = "--tick",
      paramLabel = "TIME",
      defaultValue = "5m",
      description =
          "How often a slot comes: 1s to 5m (default), or off. Below 5m the functions' clock runs"
              + " faster.")
  private String tick = "";

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "Consecutive ports from N on (default: free ports).")
  private Optional<Integer> portBase = Optional.empty();

  @Override
  public Integer call() {
    GRPC.setLevel(Level.WARNING);
    Tick every = Tick.parse(tick);
    Variables.check(System.getenv());
    if (System.getenv("FIRESTORE_EMULATOR_HOST") != null) {
      throw new UsageException("FIRESTORE_EMULATOR_HOST must not be set: up starts its own");
    }
    for (int start = 1; ; start++) {
      try {
        return run(every, ports());
      } catch (EmulatorNotUpException notUp) {
        if (portBase.isPresent() || start == STARTS) {
          throw new CommandFailure(String.valueOf(notUp.getMessage()));
        }
        Terminal.error(notUp.getMessage() + "; starting again on other ports");
      }
    }
  }

  private int run(Tick every, StackPorts ports) {
    CloudSettings settings = settings(ports, every.clockVariable(Instant.now()));
    Clock clock = LocalClock.of(settings);
    StackOptions options = options(every, ports, settings, clock);
    try (DemoData data =
        isEmpty ? DemoData.none() : new FirestoreDemoData(settings, clock.instant())) {
      return run(options, data, clock);
    }
  }

  private int run(StackOptions options, DemoData data, Clock clock) {
    LocalStack stack = new LocalStack(options, new DemoGuest(data, clock));
    try (StopSignal stopping = new StopSignal(stack::close);
        stack) {
      try {
        start(stack, data, clock);
      } catch (IllegalStateException | UncheckedIOException failure) {
        if (stopping.hasBegun()) {
          return STOPPED;
        }
        if (failure instanceof EmulatorNotUpException notUp) {
          throw notUp;
        }
        throw new CommandFailure(failure.getMessage() + "; the logs are in " + options.logFolder());
      }
      Addresses addresses = Addresses.of(options, stack, dashboard(options, stack));
      print(addresses);
      return command.isPresent()
          ? execute(command.get(), addresses.variables(clock.instant()))
          : untilStopped();
    }
  }

  private void start(LocalStack stack, DemoData data, Clock clock) {
    if (Terminal.isInteractive()) {
      Terminal.err().println("maestro: starting emulators and functions ...");
    }
    stack.start();
    if (!isEmpty) {
      stack.callOnce(FunctionTable.named("snapshot"), clock.instant());
      data.move(clock.instant());
    }
  }

  private Optional<URI> dashboard(StackOptions options, LocalStack stack) {
    Path built = options.root().resolve(DASHBOARD);
    if (!Files.isRegularFile(built.resolve("index.html"))) {
      return Optional.empty();
    }
    DashboardSettings settings =
        new DashboardSettings(
            project,
            options.ports().firestore(),
            DemoPeople.lookers(),
            Optional.ofNullable(System.getenv(DashboardSettings.AUTH_VARIABLE)));
    return Optional.of(stack.serve(built, settings.json(), settings.connections()));
  }

  private StackPorts ports() {
    try {
      return portBase.isPresent() ? StackPorts.from(portBase.get()) : StackPorts.anyFree();
    } catch (IllegalArgumentException unusable) {
      throw new UsageException("--port-base: " + unusable.getMessage() + "; choose another");
    }
  }

  private CloudSettings settings(StackPorts ports, String clockVariable) {
    return CloudSettings.read(
        Map.of(
            "GOOGLE_CLOUD_PROJECT",
            project,
            "FIRESTORE_EMULATOR_HOST",
            "127.0.0.1:" + ports.firestore(),
            LocalClock.VARIABLE,
            clockVariable));
  }

  private StackOptions options(Tick every, StackPorts ports, CloudSettings settings, Clock clock) {
    Path root = Path.of(System.getProperty("maestro.home", ".")).toAbsolutePath().normalize();
    String variable = settings.environment().getOrDefault(LocalClock.VARIABLE, "");
    try {
      return new StackOptions(
          project,
          root,
          root.resolve("tools/cli/target/invoker"),
          ports,
          every.length().map(length -> clock),
          Map.of(LocalClock.VARIABLE, variable),
          Terminal::error);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--project: " + wrong.getMessage());
    }
  }

  /** A program's output is its own: with {@code --exec} the table goes where errors go. */
  private void print(Addresses addresses) {
    if (isJson) {
      Terminal.out().println(addresses.json());
      return;
    }
    PrintStream out = command.isPresent() ? Terminal.err() : Terminal.out();
    addresses.table().forEach(out::println);
    if (command.isEmpty()) {
      out.println("Ready. Ctrl-C stops everything.");
    }
  }

  private static int execute(String command, Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).inheritIO();
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      return process.waitFor();
    } catch (IOException unstartable) {
      throw new CommandFailure("the shell cannot be started: " + unstartable.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return STOPPED;
    }
  }

  private static int untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return STOPPED;
  }
}
