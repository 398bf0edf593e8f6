package dev.maestro.firestore.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.claim.race.RaceField;
import dev.maestro.firestore.claim.race.RacingProcess;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A switch is thrown while another process claims, on the emulator. {@code -Dmaestro.race=full}:
 * 200 rounds.
 */
class HaltRaceTest {
  private static final boolean IS_FULL = "full".equals(System.getProperty("maestro.race"));
  private static final String PROJECT = "demo-halt-race";
  private static final int ROUNDS = IS_FULL ? 200 : 10;
  private static final int ENTRIES = 5;
  private static final int EXITS = 1;

  private final FirestoreLedgerScene scene = new FirestoreLedgerScene(PROJECT, Clock.systemUTC());
  private final FirestoreLedgers elsewhere =
      RacingProcess.ledgers(SharedEmulator.firestore(), PROJECT);
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Random random = new Random(20_260_302);

  /** Whether the switch had been thrown before the claim began. */
  private volatile boolean isThrown;

  /** A claim and its answer. */
  private record Asked(Nonce nonce, boolean isAfter, CommandCode code) {}

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  @Test
  void no_entry_whose_claim_begins_after_a_halt_is_granted() throws Exception {
    List<Asked> all = rounds(TradingState.HALTED, Optional.of(LedgerDesk.TENANT));
    assertThat(after(all)).extracting(Asked::code).containsOnly(CommandCode.HALTED);
  }

  @Test
  void nor_after_everybody_was_halted() throws Exception {
    List<Asked> all = rounds(TradingState.HALTED, Optional.empty());
    assertThat(after(all)).extracting(Asked::code).containsOnly(CommandCode.HALTED);
  }

  @Test
  void under_reducing_no_entry_is_granted_and_every_exit_is() throws Exception {
    List<Asked> all = rounds(TradingState.REDUCING, Optional.of(LedgerDesk.TENANT));
    assertThat(after(all))
        .filteredOn(asked -> isEntry(asked.nonce()))
        .extracting(Asked::code)
        .containsOnly(CommandCode.REDUCING);
    assertThat(all)
        .filteredOn(asked -> !isEntry(asked.nonce()))
        .hasSizeGreaterThanOrEqualTo(ROUNDS)
        .extracting(Asked::code)
        .containsOnly(CommandCode.GRANTED);
  }

  private List<Asked> rounds(TradingState state, Optional<TenantId> whose) throws Exception {
    long begun = System.nanoTime();
    List<Asked> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      all.addAll(round(state, whose));
    }
    long granted = all.stream().filter(asked -> asked.code() == CommandCode.GRANTED).count();
    tell(all.size() + " claims, " + granted + " granted, " + after(all).size() + " after", begun);
    assertThat(granted).as("claims were under way before the switch").isPositive();
    assertThat(after(all)).hasSizeGreaterThanOrEqualTo(ROUNDS);
    return all;
  }

  /** Throws the switch while claims are in flight, after so many of them were answered. */
  private List<Asked> round(TradingState state, Optional<TenantId> whose) throws Exception {
    List<Nonce> nonces = new ArrayList<>(begin());
    Collections.shuffle(nonces, random);
    CountDownLatch answered = new CountDownLatch(random.nextInt(ENTRIES));
    Future<List<Asked>> claims = thread.submit(() -> claimAll(nonces, answered));
    answered.await();
    TradingControl order = new TradingControl(state, "a test", "op-1", Instant.EPOCH, 0, false);
    scene.controls().put(whose, order);
    isThrown = true;
    List<Nonce> claimed = claimedEntries();
    List<Asked> all = new ArrayList<>(claims.get());
    all.addAll(claimAll(nonces, answered));
    assertThat(claimedEntries()).as("none after the switch was thrown").isEqualTo(claimed);
    return all;
  }

  private List<Nonce> claimedEntries() {
    return scene
        .ledger(LedgerDesk.TENANT, AccountId.MAIN)
        .ledger()
        .intents()
        .where(intent -> intent.isEntry() && intent.state() == IntentState.CLAIMED)
        .stream()
        .map(Intent::nonce)
        .toList();
  }

  private List<Nonce> begin() {
    isThrown = false;
    Instant now = Instant.now();
    SharedEmulator.clear(PROJECT);
    LedgerDesk desk = new LedgerDesk(scene, new MovableClock(now));
    scene.given(LedgerDesk.TENANT, desk.policy(SymbolsDefault.ALLOW));
    return RaceField.lay(scene, now, ENTRIES, EXITS);
  }

  private List<Asked> claimAll(List<Nonce> nonces, CountDownLatch answered) {
    List<Asked> asked = new ArrayList<>();
    for (Nonce nonce : nonces) {
      asked.add(claim(nonce));
      answered.countDown();
    }
    return asked;
  }

  /** Asks until somebody answers; what begins again begins later. */
  private Asked claim(Nonce nonce) {
    LedgerCommand claim =
        new LedgerCommand.Claim(nonce, LedgerDesk.EXECUTOR, LedgerDesk.token(nonce.value()));
    UnavailableException last = new UnavailableException("never asked");
    for (int i = 0; i < 10; i++) {
      boolean isAfter = isThrown;
      try {
        CommandCode code = elsewhere.apply(LedgerDesk.TENANT, AccountId.MAIN, claim).code();
        return new Asked(nonce, isAfter, code);
      } catch (UnavailableException again) {
        last = again;
      }
    }
    throw last;
  }

  private static List<Asked> after(List<Asked> all) {
    return all.stream().filter(Asked::isAfter).toList();
  }

  private static boolean isEntry(Nonce nonce) {
    return nonce.value().startsWith("entry");
  }

  /** Figures of docs/ledger.md. */
  private static void tell(String what, long begun) {
    if (IS_FULL) {
      long seconds = (System.nanoTime() - begun) / 1_000_000_000;
      System.out.println("halt: " + ROUNDS + " rounds, " + what + ": " + seconds + " s");
    }
  }
}
