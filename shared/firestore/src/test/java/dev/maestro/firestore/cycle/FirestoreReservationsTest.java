package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.number.Money;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.ReservationsContract;
import dev.maestro.testing.emulator.SharedEmulator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract on the official emulator, and an executor beside the cycles. */
class FirestoreReservationsTest extends ReservationsContract {
  private static final String PROJECT = "demo-reservations";
  private static final String EXECUTOR = "exec-1";
  private static final String TOKEN = "a-token-of-its-own";
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());

  private final FirestoreLedgers ledgers =
      new FirestoreLedgers(
          FIRESTORE, clock, new Alerts(FIRESTORE, (message, fields) -> {}), "test");

  @Override
  protected ConductStage emptyStage() {
    SharedEmulator.clear(PROJECT);
    return new FirestoreConductStage(FIRESTORE);
  }

  @Test
  void a_claim_while_a_cycle_decides_is_not_taken_back_by_its_commit() {
    StoreCalls.await(
        FIRESTORE.document(Paths.of(TENANT, "accounts/main")).update(Map.of("executor", EXECUTOR)));
    at(2);
    mayBuyFor("500");
    cycle(2, "AAPL", () -> {});
    Nonce nonce = ledger().intents().all().get(0).nonce();
    at(3);
    mayBuyFor("500");
    cycle(3, "MSFT", () -> fill(nonce));
    assertThat(ledger().intents().get(nonce)).isEmpty();
    assertThat(ledger().book().holdings().cost()).isEqualTo(Money.of("250"));
    assertThat(apply(new LedgerCommand.Claim(nonce, EXECUTOR, "another token")))
        .isEqualTo(CommandCode.ALREADY_CLAIMED);
    assertThat(reserved()).containsExactly(Money.of("235.29"));
  }

  private void fill(Nonce nonce) {
    assertThat(apply(new LedgerCommand.Claim(nonce, EXECUTOR, TOKEN)))
        .isEqualTo(CommandCode.GRANTED);
    FilledSoFar all = new FilledSoFar(Quantity.of("2.5"), Money.of("250"), Money.of("10"));
    assertThat(
            apply(new LedgerCommand.Report(nonce, TOKEN, Optional.of(all), clock.instant(), true)))
        .isEqualTo(CommandCode.RECORDED);
  }

  private CommandCode apply(LedgerCommand command) {
    return ledgers.apply(TENANT, AccountId.MAIN, command).code();
  }
}
