package dev.maestro.embedded.storm;

import dev.maestro.embedded.storm.world.Breach;
import dev.maestro.engine.capital.command.CommandCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one schedule.
 *
 * @param steps how many steps actors did
 * @param breach the first thing that was broken; empty if all is well
 * @param hash the same for the same steps
 * @param codes what commands were answered
 * @param knownSymbols of how many symbols it was known in the end whose is what
 * @param lines what happened, in words; empty where nobody reads them
 */
public record ScheduleResult(
    long seed,
    int steps,
    Optional<Breach> breach,
    long hash,
    Set<CommandCode> codes,
    int knownSymbols,
    List<String> lines) {
  /** Keeps its own copies. */
  public ScheduleResult {
    codes = Set.copyOf(codes);
    lines = List.copyOf(lines);
  }
}
