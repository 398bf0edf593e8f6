package dev.maestro.cli.local;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A tree as {@code ./maestro up} expects it, with functions that write down what they are called
 * with: what is tried is the stack, and the functions framework is the real one.
 */
final class StubFunctions {
  private static final String SOURCE =
      """
      package %s;
      import com.google.cloud.functions.*;
      import io.cloudevents.CloudEvent;
      import java.nio.file.*;
      public class %s implements %s {
        private static void note(String what) throws java.io.IOException {
          Files.writeString(Path.of(System.getenv("CALLS")), "%s " + what + "\\n",
              StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        %s
      }
      """;
  private static final String HTTP =
      """
      public void service(HttpRequest request, HttpResponse response) throws java.io.IOException {
        note(request.getFirstHeader("X-CloudScheduler-ScheduleTime").orElse("call"));
      }
      """;
  private static final String EVENT =
      """
      public void accept(CloudEvent event) throws java.io.IOException {
        note(event.getSource() + " " + event.getExtension("document"));
      }
      """;

  private StubFunctions() {}

  /** Fills the folder; the invoker is the one that the build put below target. */
  static void in(Path root) throws IOException {
    Path invoker = Path.of("target", "invoker").toAbsolutePath();
    Path jar;
    try (Stream<Path> files = Files.list(invoker)) {
      jar = files.findFirst().orElseThrow();
    }
    Path copied = Files.createDirectories(root.resolve("tools/cli/target/invoker"));
    Files.copy(jar, copied.resolve(jar.getFileName().toString()));
    List<Path> sources = new ArrayList<>();
    for (DeployedFunction function : FunctionTable.all()) {
      sources.add(source(function, root.resolve("src")));
    }
    Path classes = Files.createDirectories(root.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-cp", jar.toString(), "-d", classes.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (failures != 0) {
      throw new IllegalStateException("the stubs do not compile");
    }
    for (DeployedFunction function : FunctionTable.all()) {
      pack(classes, root.resolve(function.jar()));
    }
  }

  private static Path source(DeployedFunction function, Path folder) throws IOException {
    String entry = function.entryPoint();
    String name = entry.substring(entry.lastIndexOf('.') + 1);
    boolean isHttp = function.isCalled();
    Path file = Files.createDirectories(folder.resolve(function.id())).resolve(name + ".java");
    return Files.writeString(
        file,
        SOURCE.formatted(
            entry.substring(0, entry.lastIndexOf('.')),
            name,
            isHttp ? "HttpFunction" : "CloudEventsFunction",
            function.id(),
            isHttp ? HTTP : EVENT));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    Files.createDirectories(jar.resolve("..").normalize());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        entries.write(Files.readAllBytes(file));
        entries.closeEntry();
      }
    }
  }
}
