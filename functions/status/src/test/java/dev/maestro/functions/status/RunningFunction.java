package dev.maestro.functions.status;

import dev.maestro.local.process.ChildProcess;
import dev.maestro.local.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The function in a process of its own, under the real functions framework. */
final class RunningFunction implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChildProcess process;
  private final URI address;

  private RunningFunction(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  static RunningFunction start(String name, Map<String, String> environment) {
    int port = Ports.free();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            Path.of("target", "invoker", "java-function-invoker.jar").toString(),
            "--classpath",
            classPath,
            "--target",
            StatusFunction.class.getName(),
            "--port",
            String.valueOf(port));
    URI address = URI.create("http://127.0.0.1:" + port);
    ChildProcess process =
        ChildProcess.start(name, command, environment, Path.of("target", name + ".log"));
    try {
      process.awaitAnswer(address.resolve("/healthz"), PATIENCE);
      return new RunningFunction(process, address);
    } catch (RuntimeException failure) {
      process.close();
      throw failure;
    }
  }

  URI at(String pathAndQuery) {
    return URI.create(address + pathAndQuery);
  }

  @Override
  public void close() {
    process.close();
  }
}
