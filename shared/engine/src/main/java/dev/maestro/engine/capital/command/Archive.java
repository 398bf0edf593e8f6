package dev.maestro.engine.capital.command;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.Intent;
import java.util.Optional;

/**
 * What the store holds beside the ledger document, as of the transaction in which the command runs:
 * intents that have ended and the trades of exits and closes. A command asks for its own nonce and
 * its own trade ({@link LedgerCommand#nonce}, {@link LedgerCommand#tradeId}) and for nothing else,
 * so that a store can read both beforehand.
 */
public interface Archive {
  /** Nothing has ended yet. */
  Archive EMPTY =
      new Archive() {
        @Override
        public Optional<Intent> intent(Nonce nonce) {
          return Optional.empty();
        }

        @Override
        public Optional<LedgerTrade> trade(String id) {
          return Optional.empty();
        }
      };

  /** The intent of a nonce, as it was stored last. */
  Optional<Intent> intent(Nonce nonce);

  /** The trade of an id, as it was stored last. */
  Optional<LedgerTrade> trade(String id);
}
