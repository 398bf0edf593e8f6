package dev.maestro.cli.control;

import dev.maestro.engine.control.TradingState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro reduce}. */
@Command(
    name = "reduce",
    description = "Exits only, until somebody resumes.",
    mixinStandardHelpOptions = true)
public final class ReduceCommand implements Callable<Integer> {
  @Mixin private SwitchOptions options = new SwitchOptions();

  @Option(names = "--flatten", description = "Every cycle closes what is held.")
  private boolean isFlattening;

  @Override
  public Integer call() {
    return options.put(TradingState.REDUCING, isFlattening);
  }
}
