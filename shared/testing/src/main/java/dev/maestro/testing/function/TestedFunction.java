package dev.maestro.testing.function;

import dev.maestro.emulator.process.ChildProcess;
import dev.maestro.emulator.process.FunctionJvm;
import dev.maestro.emulator.process.LiveHeap;
import dev.maestro.emulator.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A function of the module whose tests run, under the real functions framework, with the class path
 * of the tests; its log is {@code target/NAME.log}.
 */
public final class TestedFunction implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ChildProcess process;
  private final URI address;

  private TestedFunction(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it in a project of an emulator and waits until it listens.
   *
   * @param environment more variables
   */
  public static TestedFunction start(
      String name,
      Class<?> entryPoint,
      String project,
      String firestoreHost,
      Map<String, String> environment) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put("GOOGLE_CLOUD_PROJECT", project);
    all.put("FIRESTORE_EMULATOR_HOST", firestoreHost);
    return start(name, entryPoint, all);
  }

  /** Starts it with nothing but these variables, and waits until it listens. */
  public static TestedFunction start(
      String name, Class<?> entryPoint, Map<String, String> environment) {
    int port = Ports.free();
    Path log = newLog(name);
    ChildProcess process =
        FunctionJvm.start(
            name,
            Path.of("target", "invoker", "java-function-invoker.jar"),
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            entryPoint.getName(),
            port,
            environment,
            log);
    try {
      process.awaitPort(port, PATIENCE);
      return new TestedFunction(process, URI.create("http://127.0.0.1:" + port + "/"));
    } catch (RuntimeException failure) {
      process.close();
      throw failure;
    }
  }

  /** A log without the lines of an earlier run. */
  private static Path newLog(String name) {
    Path log = Path.of("target", name + ".log");
    try {
      Files.deleteIfExists(log);
      return log;
    } catch (IOException kept) {
      throw new UncheckedIOException("the log of an earlier run cannot be removed: " + log, kept);
    }
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  /** A path and query of it, as they are; begins with a slash. */
  public URI at(String pathAndQuery) {
    return URI.create("http://" + address.getAuthority() + pathAndQuery);
  }

  /** What lives in its heap after a full collection. */
  public LiveHeap liveHeap() {
    return LiveHeap.of(process.pid());
  }

  /** Ends it as {@code kill -9} would. */
  public void kill() {
    ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
    process.close();
  }

  @Override
  public void close() {
    process.close();
  }
}
