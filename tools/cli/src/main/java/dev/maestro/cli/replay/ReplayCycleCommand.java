package dev.maestro.cli.replay;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleReplay;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.archive.UnusableArchiveException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./maestro replay-cycle ID --tenant T}: is it decided the same again, byte for byte? */
@Command(
    name = "replay-cycle",
    description =
        "Decides a stored cycle again from what was kept beside its record, and compares the two"
            + " records byte for byte. Ends with 1 if they differ, or if it cannot be decided"
            + " again.",
    mixinStandardHelpOptions = true)
public final class ReplayCycleCommand implements Callable<Integer> {
  @Mixin private StoredDecisionOptions options = new StoredDecisionOptions();

  @Override
  public Integer call() {
    StoredDecision stored = options.load();
    try {
      return tell(stored, CycleReplay.of(stored, EngineVersion.CURRENT));
    } catch (UnusableArchiveException unusable) {
      throw new CommandFailure(String.valueOf(unusable.getMessage()));
    }
  }

  private static int tell(StoredDecision stored, CycleReplay replay) {
    if (replay.isEqual()) {
      Terminal.out()
          .println(
              stored.id()
                  + ": "
                  + replay.outcome().signals().size()
                  + " signals decided again, the record is the same byte for byte.");
      return 0;
    }
    replay.differs().forEach(field -> Terminal.error(stored.id() + ": " + field + " differs"));
    return 1;
  }
}
