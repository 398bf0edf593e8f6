package dev.maestro.cli.demo;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./maestro demo}. */
@Command(name = "demo", description = "The main job.", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
