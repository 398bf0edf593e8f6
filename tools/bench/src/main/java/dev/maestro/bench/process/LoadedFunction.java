package dev.maestro.bench.process;

import dev.maestro.emulator.process.ChildProcess;
import dev.maestro.emulator.process.FunctionJvm;
import dev.maestro.emulator.process.LiveHeap;
import dev.maestro.emulator.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One function under the functions framework, in the JVM settings of {@code ./maestro up}: a heap
 * of at most 256 MiB, the first compiler alone. Its jar is the deployed one, unless the property
 * {@code maestro.bench.FUNCTION} names another class path.
 */
public final class LoadedFunction implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ChildProcess process;
  private final URI address;

  private LoadedFunction(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a function and waits until it listens.
   *
   * @param name of its module and jar
   * @param entryPoint its class, under {@code dev.maestro.functions}
   * @param folder takes its log
   */
  public static LoadedFunction start(
      String name, String entryPoint, Map<String, String> environment, Path folder) {
    Path target = Path.of("functions", name, "target");
    String jar = target.resolve("deployment").resolve(name + ".jar").toString();
    int port = Ports.free();
    ChildProcess process =
        FunctionJvm.start(
            name,
            target.resolve("invoker").resolve("java-function-invoker.jar"),
            System.getProperty("maestro.bench." + name, jar),
            "dev.maestro.functions." + entryPoint,
            port,
            environment,
            folder.resolve(name + ".log"));
    process.awaitPort(port, PATIENCE);
    return new LoadedFunction(process, URI.create("http://127.0.0.1:" + port));
  }

  /** A path of it. */
  public URI at(String path) {
    return address.resolve(path);
  }

  /** Bytes that live in its heap after a full collection. */
  public long liveBytes() {
    return LiveHeap.of(process.pid()).bytes();
  }

  /** Processor time that it has used since it was started. */
  public Duration processorTime() {
    return ProcessorTime.of(process.pid());
  }

  @Override
  public void close() {
    process.close();
  }
}
