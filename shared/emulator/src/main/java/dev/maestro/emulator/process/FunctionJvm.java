package dev.maestro.emulator.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A function in a JVM of its own, under the real functions framework. */
public final class FunctionJvm {
  private static final List<String> SMALL =
      List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private FunctionJvm() {}

  /**
   * Starts a function; it listens a second or two later.
   *
   * @param invoker the jar of the functions framework
   * @param classPath of the function
   * @param entryPoint the class that the framework calls
   */
  public static ChildProcess start(
      String name,
      Path invoker,
      String classPath,
      String entryPoint,
      int port,
      Map<String, String> environment,
      Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(List.of("-jar", invoker.toString(), "--classpath", classPath));
    command.addAll(List.of("--target", entryPoint, "--port", String.valueOf(port)));
    return ChildProcess.start(name, command, environment, log);
  }
}
