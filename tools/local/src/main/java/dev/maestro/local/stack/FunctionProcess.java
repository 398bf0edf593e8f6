package dev.maestro.local.stack;

import dev.maestro.emulator.process.FunctionJvm;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A function in a JVM of its own, under the functions framework. */
final class FunctionProcess {
  private final StackOptions options;

  FunctionProcess(StackOptions options) {
    this.options = options;
  }

  /** Starts it; it listens a second or two later. */
  Supervisor start(DeployedFunction function) {
    Path jar = options.root().resolve(function.jar());
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "the jar of " + function.id() + " is missing: build it with 'mvn package', got " + jar);
    }
    Path invoker = invoker();
    Map<String, String> environment = environment();
    Path log = options.logFolder().resolve(function.id() + ".log");
    int port = options.ports().of(function);
    return Supervisor.start(
        function.id(),
        () ->
            FunctionJvm.start(
                function.id(),
                invoker,
                jar.toString(),
                function.entryPoint(),
                port,
                environment,
                log),
        options.notices());
  }

  private Path invoker() {
    try (Stream<Path> files = Files.list(options.invokerFolder())) {
      return files
          .filter(file -> file.getFileName().toString().matches("java-function-invoker.*\\.jar"))
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
