package dev.maestro.emulator;

import dev.maestro.emulator.process.ChildProcess;
import dev.maestro.emulator.process.Ports;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running emulator of this machine. */
public final class Emulator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HOST = "127.0.0.1";

  private final ChildProcess process;
  private final int port;

  private Emulator(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * How the Firestore emulator is to run.
   *
   * @param rules the security rules; empty: everything is denied to users
   * @param triggerPort where a function router of this machine takes trigger events
   */
  public record FirestoreOptions(
      int port, Optional<Path> rules, Optional<Integer> triggerPort, Path logFolder) {
    /** A free port, without triggers. */
    public static FirestoreOptions on(Path logFolder) {
      return new FirestoreOptions(Ports.free(), Optional.empty(), Optional.empty(), logFolder);
    }

    /** The same with security rules. */
    public FirestoreOptions withRules(Path file) {
      return new FirestoreOptions(port, Optional.of(file), triggerPort, logFolder);
    }

    /** The same with triggers. */
    public FirestoreOptions withTriggers(int routerPort) {
      return new FirestoreOptions(port, rules, Optional.of(routerPort), logFolder);
    }
  }

  /**
   * Starts the Firestore emulator and waits until it is ready.
   *
   * @throws EmulatorNotUpException naming its log
   */
  public static Emulator firestore(FirestoreOptions options) {
    Path jar = new EmulatorJars(System.getenv()).firestore();
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of(
            "-cp", jar.toString(), "com.google.cloud.datastore.emulator.firestore.CloudFirestore"));
    command.addAll(List.of("--host", HOST, "--port", String.valueOf(options.port())));
    options.rules().ifPresent(file -> command.addAll(List.of("--rules", file.toString())));
    options
        .triggerPort()
        .ifPresent(to -> command.addAll(List.of("--functions_emulator", HOST + ":" + to)));
    return start("the Firestore emulator", command, options.port(), options.logFolder());
  }

  /**
   * Starts the Pub/Sub emulator and waits until it is ready.
   *
   * @throws EmulatorNotUpException naming its log
   */
  public static Emulator pubsub(int port, Path logFolder) {
    Path jar = new EmulatorJars(System.getenv()).pubsub();
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("-jar", jar.toString(), "--host=" + HOST, "--port=" + port));
    return start("the Pub/Sub emulator", command, port, logFolder);
  }

  private static Emulator start(String name, List<String> command, int port, Path logFolder) {
    Path log =
        logFolder.resolve(name.replace("the ", "").replace(' ', '-').replace("/", "") + ".log");
    ChildProcess process = ChildProcess.start(name, command, Map.of(), log);
    Emulator emulator = new Emulator(process, port);
    try {
      process.awaitAnswer(emulator.address(), PATIENCE);
      return emulator;
    } catch (IllegalStateException notUp) {
      emulator.close();
      throw new EmulatorNotUpException(notUp);
    }
  }

  /**
   * The Java of this process. Where this one leaves out the second compiler, because it is soon
   * over, the emulator does, too: for as short a life it would cost more than it saves.
   */
  private static List<String> java() {
    Path program = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "-Xmx1g", "-XX:+UseSerialGC"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel="))
        .forEach(command::add);
    return command;
  }

  /** Where it listens: {@code 127.0.0.1:8080}. */
  public String host() {
    return HOST + ":" + port;
  }

  /** Its root as an address. */
  public URI address() {
    return URI.create("http://" + host() + "/");
  }

  /** The id of its process. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }
}
