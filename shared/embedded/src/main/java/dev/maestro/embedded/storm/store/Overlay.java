package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.intent.Intent;
import java.util.Optional;

/** The archive as a later command of the same batch sees it: with what the earlier will write. */
final class Overlay implements Archive {
  private final Archive below;
  private final StormArchive written = new StormArchive();

  Overlay(Archive below) {
    this.below = below;
  }

  @Override
  public Optional<Intent> intent(Nonce nonce) {
    return written.intent(nonce).or(() -> below.intent(nonce));
  }

  @Override
  public Optional<LedgerTrade> trade(String id) {
    return written.trade(id).or(() -> below.trade(id));
  }

  void add(Ran ran) {
    written.write(ran.outcome().effects());
  }
}
