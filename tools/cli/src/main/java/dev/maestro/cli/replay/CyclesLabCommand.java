package dev.maestro.cli.replay;

import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.embedded.session.RandomSession;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleReplay;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.market.host.MarketDesk;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro lab cycles}: is every stored cycle decided the same again? */
@Command(
    name = "cycles",
    description =
        "Lets tenants of random settings, prices, signals and switches live on embedded stores, and"
            + " decides every stored cycle again. Ends with 1 at the first record that is not the"
            + " same byte for byte.",
    mixinStandardHelpOptions = true)
public final class CyclesLabCommand implements Callable<Integer> {
  private static final int SLOTS = 100;
  private static final int MOST = 10_000_000;

  @Option(
      names = "--cycles",
      paramLabel = "N",
      description = "How many are decided twice (default: ${DEFAULT-VALUE}).")
  private int cycles = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the first tenant (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() {
    if (cycles < 1 || cycles > MOST) {
      throw new UsageException("--cycles must be from 1 to " + MOST + ", got " + cycles);
    }
    int equal = 0;
    long bytes = 0;
    for (long tenant = seed; equal < cycles; tenant++) {
      RandomSession session =
          new RandomSession(tenant, MarketDesk.open(Optional.empty(), fault -> {}));
      for (int slot = 0; slot < SLOTS && equal < cycles; slot++) {
        StoredDecision stored = session.next().orElseThrow();
        CycleReplay replay = CycleReplay.of(stored, EngineVersion.CURRENT);
        if (!replay.isEqual()) {
          Terminal.error("tenant " + tenant + ", slot " + slot + ": " + replay.differs());
          return 1;
        }
        equal++;
        bytes += stored.input().orElseThrow().bytes();
      }
    }
    Terminal.out()
        .println(
            equal
                + " stored cycles decided again, every record the same byte for byte; an input has "
                + bytes / equal
                + " bytes on average.");
    return 0;
  }
}
