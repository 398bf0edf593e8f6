package dev.maestro.cli.control;

import dev.maestro.engine.control.TradingState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./maestro resume}. */
@Command(
    name = "resume",
    description = "Everything that the policy allows again; needs a reason.",
    mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {
  @Mixin private SwitchOptions options = new SwitchOptions();

  @Override
  public Integer call() {
    return options.put(TradingState.ACTIVE, false);
  }
}
