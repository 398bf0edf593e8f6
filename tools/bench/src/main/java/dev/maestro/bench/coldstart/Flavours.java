package dev.maestro.bench.coldstart;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * How functions are started, as they are deployed: from a jar by the functions framework, and in
 * the image, with the scripts and the options of its Dockerfile. It works in the root of the
 * project, whose functions are built.
 */
final class Flavours {
  private static final Path INVOKER =
      Path.of("functions", "status", "target", "invoker", "java-function-invoker.jar");
  private static final Path PROGRAMS = Path.of(System.getProperty("java.home"), "bin");
  private static final String JAVA = PROGRAMS.resolve("java").toString();
  private static final List<String> IMAGE_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  private final Path folder;

  Flavours(Path folder) {
    this.folder = folder;
  }

  /** Merges the jars and archives their classes, as the image is built. */
  void buildImage() throws IOException, InterruptedException {
    List<String> merge =
        new ArrayList<>(List.of("tools/deploy/merge-jars.sh", merged().toString()));
    TreeSet<String> jars = new TreeSet<>();
    List<String> archive =
        new ArrayList<>(
            List.of(
                "tools/deploy/archive-classes.sh", archive().toString(), merged() + ":" + INVOKER));
    for (DeployedFunction function : FunctionTable.all()) {
      jars.add(function.jar().toString());
      archive.add(function.entryPoint());
    }
    merge.addAll(jars);
    run(merge);
    run(archive);
  }

  /** From its jar; without one, the empty function. */
  List<String> fromJar(Path jar) {
    return List.of(JAVA, "-Xmx256m", "-jar", INVOKER.toString(), "--classpath", jar.toString());
  }

  /** In the image; the empty function's jar stands behind the others. */
  List<String> inImage(Path empty) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-XX:SharedArchiveFile=" + archive()));
    command.addAll(IMAGE_OPTIONS);
    command.addAll(
        List.of(
            "-cp",
            merged() + ":" + INVOKER + ":" + empty,
            "com.google.cloud.functions.invoker.runner.Invoker"));
    return command;
  }

  /** A jar with the empty function alone. */
  Path emptyJar() throws IOException {
    Path jar = folder.resolve("empty.jar");
    String name = EmptyFunction.class.getName().replace('.', '/') + ".class";
    try (InputStream code = EmptyFunction.class.getResourceAsStream("EmptyFunction.class");
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      if (code == null) {
        throw new IOException("the empty function is not beside its class");
      }
      out.putNextEntry(new JarEntry(name));
      code.transferTo(out);
    }
    return jar;
  }

  private Path merged() {
    return folder.resolve("functions.jar");
  }

  private Path archive() {
    return folder.resolve("functions.jsa");
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("build.log").toFile());
    builder.environment().merge("PATH", PROGRAMS.toString(), (path, bin) -> bin + ":" + path);
    if (builder.start().waitFor() != 0) {
      throw new IOException(
          command.get(0) + " failed: " + Files.readString(folder.resolve("build.log")));
    }
  }
}
