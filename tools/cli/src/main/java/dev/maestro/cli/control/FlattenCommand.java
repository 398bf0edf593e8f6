package dev.maestro.cli.control;

import dev.maestro.engine.control.TradingState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./maestro flatten}. */
@Command(
    name = "flatten",
    description = "Exits only, and every cycle closes what is held: reduce --flatten.",
    mixinStandardHelpOptions = true)
public final class FlattenCommand implements Callable<Integer> {
  @Mixin private SwitchOptions options = new SwitchOptions();

  @Override
  public Integer call() {
    return options.put(TradingState.REDUCING, true);
  }
}
