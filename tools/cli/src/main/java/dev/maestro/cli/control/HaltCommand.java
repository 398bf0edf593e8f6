package dev.maestro.cli.control;

import dev.maestro.engine.control.TradingState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./maestro halt}. */
@Command(
    name = "halt",
    description = "Nothing is reserved and nothing is granted any more, exits included.",
    mixinStandardHelpOptions = true)
public final class HaltCommand implements Callable<Integer> {
  @Mixin private SwitchOptions options = new SwitchOptions();

  @Override
  public Integer call() {
    return options.put(TradingState.HALTED, false);
  }
}
