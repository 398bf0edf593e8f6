package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.store.CommitWatch;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import java.util.EnumSet;
import java.util.Set;

/** Which answers a schedule brought about: what never happens is not tried. */
public final class CodesSeen implements CommitWatch {
  private final Set<CommandCode> codes = EnumSet.noneOf(CommandCode.class);

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    codes.add(ran.outcome().code());
  }

  /** All of them. */
  public Set<CommandCode> codes() {
    return codes;
  }
}
