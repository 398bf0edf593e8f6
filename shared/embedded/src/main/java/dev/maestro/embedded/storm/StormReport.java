package dev.maestro.embedded.storm;

import dev.maestro.engine.capital.command.CommandCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a search found, up to the first schedule that broke something.
 *
 * @param schedules how many were run, that one included
 * @param steps of all of them
 * @param hash the same for the same schedules, on however many processors
 * @param codes what commands were answered in any of them
 * @param knownShare of the symbols of all schedules: how many could be compared by strategy
 * @param broken the first that broke something; empty if none did
 */
public record StormReport(
    int schedules,
    long steps,
    long hash,
    Set<CommandCode> codes,
    double knownShare,
    Optional<ScheduleResult> broken) {
  /** Keeps its own set. */
  public StormReport {
    codes = Set.copyOf(codes);
  }

  /** Adds results in the order of their seeds. */
  static final class Sum {
    private final Set<CommandCode> codes = EnumSet.noneOf(CommandCode.class);
    private int schedules;
    private long steps;
    private long hash;
    private long knownSymbols;
    private Optional<ScheduleResult> broken = Optional.empty();

    /** What comes after the first that broke something does not count. */
    void add(ScheduleResult result) {
      if (broken.isEmpty()) {
        schedules++;
        steps += result.steps();
        hash = hash * 31 + result.hash();
        codes.addAll(result.codes());
        knownSymbols += result.knownSymbols();
        broken = result.breach().map(unused -> result);
      }
    }

    boolean isBroken() {
      return broken.isPresent();
    }

    StormReport report(int symbols) {
      double all = (double) schedules * symbols;
      return new StormReport(schedules, steps, hash, codes, knownSymbols / all, broken);
    }
  }
}
