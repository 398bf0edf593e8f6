package dev.maestro.local.stack;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.process.ChildProcess;
import dev.maestro.local.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A function in a JVM of its own, under the functions framework. */
final class FunctionProcess {
  private static final List<String> SMALL_JVM =
      List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private final StackOptions options;

  FunctionProcess(StackOptions options) {
    this.options = options;
  }

  /** Starts it; it listens a second or two later. */
  Supervisor start(DeployedFunction function) {
    List<String> command = command(function);
    Map<String, String> environment = environment();
    Path log = options.logFolder().resolve(function.id() + ".log");
    return Supervisor.start(
        function.id(),
        () -> ChildProcess.start(function.id(), command, environment, log),
        options.notices());
  }

  private List<String> command(DeployedFunction function) {
    Path jar = options.root().resolve(function.jar());
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "the jar of " + function.id() + " is missing: build it with 'mvn package', got " + jar);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL_JVM);
    command.addAll(List.of("-jar", invoker().toString(), "--classpath", jar.toString()));
    command.addAll(List.of("--target", function.entryPoint()));
    command.addAll(List.of("--port", String.valueOf(options.ports().of(function))));
    return command;
  }

  private Path invoker() {
    try (Stream<Path> files = Files.list(options.invokerFolder())) {
      return files
          .filter(file -> file.getFileName().toString().matches("java-function-invoker-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> missing(options.invokerFolder()));
    } catch (IOException absent) {
      throw missing(options.invokerFolder());
    }
  }

  private static IllegalStateException missing(Path folder) {
    return new IllegalStateException(
        "the jar of the functions framework is missing: build it with 'mvn package', looked in "
            + folder);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(options.variables());
    environment.put("GOOGLE_CLOUD_PROJECT", options.project());
    environment.put("FIRESTORE_EMULATOR_HOST", "127.0.0.1:" + options.ports().firestore());
    environment.put("PUBSUB_EMULATOR_HOST", "127.0.0.1:" + options.ports().pubsub());
    environment.put("MAESTRO_AUDIENCE", LocalStack.AUDIENCE);
    environment.put("MAESTRO_SERVICE_CALLERS", LocalStack.schedulerOf(options.project()));
    return environment;
  }
}
