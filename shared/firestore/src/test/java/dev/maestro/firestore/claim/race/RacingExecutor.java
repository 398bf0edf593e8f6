package dev.maestro.firestore.claim.race;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.testing.claim.LedgerDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One executor among rivals that send orders to the same broker. Its tokens are on disk before it
 * claims, so it may be killed at any line and be started again with the same notes.
 */
public final class RacingExecutor {
  private static final int PATIENCE = 100;

  private final LedgerPort ledgers;
  private final ModelBroker broker;
  private final Path notes;
  private final Runnable checkpoint;

  /**
   * Works on these ledgers, at this broker, with the notes in this folder.
   *
   * @param checkpoint run between any two steps; it may end the process
   */
  public RacingExecutor(LedgerPort ledgers, ModelBroker broker, Path notes, Runnable checkpoint) {
    this.ledgers = ledgers;
    this.broker = broker;
    this.notes = notes;
    this.checkpoint = checkpoint;
    try {
      Files.createDirectories(notes);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Takes a nudge: brings the order to its end if it is its own, and leaves it alone if not. */
  public synchronized void work(Nonce nonce) {
    String token = token(nonce);
    checkpoint.run();
    if (broker.find(nonce).isEmpty()) {
      LedgerAnswer answer = ask(new LedgerCommand.Claim(nonce, LedgerDesk.EXECUTOR, token));
      if (answer.code() != CommandCode.GRANTED) {
        return;
      }
      checkpoint.run();
      send(nonce, token, answer);
      checkpoint.run();
    }
    Optional<ModelBroker.Order> own = broker.find(nonce).filter(order -> order.by().equals(token));
    own.ifPresent(
        order -> {
          report(nonce, token, order, false);
          checkpoint.run();
          report(nonce, token, order, true);
          checkpoint.run();
        });
  }

  private void send(Nonce nonce, String token, LedgerAnswer answer) {
    broker.granted(nonce, token);
    AnswerDetail.Granted granted = (AnswerDetail.Granted) answer.answer().detail();
    boolean isSent = granted.repeated() && broker.find(nonce).isPresent();
    if (!isSent) {
      broker.submit(nonce, order(token, answer.intent().orElseThrow().intent(), granted));
    }
  }

  /** Buys at the price of the entry; sells one dearer than what is held had cost. */
  private static ModelBroker.Order order(
      String token, Intent intent, AnswerDetail.Granted granted) {
    if (intent.isEntry()) {
      Money notional = intent.order().notional();
      BigDecimal quantity =
          notional.value().divide(RaceField.PRICE, Quantity.PLACES, RoundingMode.DOWN);
      return new ModelBroker.Order(token, Quantity.rounded(quantity), notional);
    }
    Quantity quantity = granted.quantity().orElseThrow();
    BigDecimal dearer = RaceField.PRICE.add(BigDecimal.ONE);
    return new ModelBroker.Order(token, quantity, Money.rounded(quantity.value().multiply(dearer)));
  }

  private void report(Nonce nonce, String token, ModelBroker.Order order, boolean isDone) {
    ask(
        new LedgerCommand.Report(
            nonce, token, Optional.of(order.filled(isDone)), Instant.now(), isDone));
  }

  /** Asks the same again until somebody answers. */
  private LedgerAnswer ask(LedgerCommand command) {
    UnavailableException last = new UnavailableException("never asked");
    for (int i = 0; i < PATIENCE; i++) {
      try {
        return ledgers.apply(LedgerDesk.TENANT, AccountId.MAIN, command);
      } catch (UnavailableException again) {
        last = again;
      }
    }
    throw last;
  }

  private String token(Nonce nonce) {
    Path note = notes.resolve(nonce.value());
    try {
      if (!Files.exists(note)) {
        Path written =
            Files.writeString(notes.resolve(nonce + ".new"), nonce + "-" + UUID.randomUUID());
        Files.move(written, note, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(note);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
