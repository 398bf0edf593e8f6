package dev.maestro.functions.status;

import static dev.maestro.testing.claim.LedgerDesk.TENANT;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import java.time.Duration;
import java.time.Instant;

/** Tenant acme whose ledger waits: n1 for an executor, n2, of a silent one, for an operator. */
final class OpenLedger {
  private OpenLedger() {}

  static Acme at(String emulator, Instant now) {
    MovableClock clock = new MovableClock(now.minus(Duration.ofHours(1)));
    Acme acme = AcmePast.of(Acme.at(emulator, now), now);
    LedgerRoom room = new LedgerRoom(acme.firestore, clock);
    LedgerDesk desk = new LedgerDesk(room, clock).open().entry("n2", "MSFT");
    desk.claim("n2");
    clock.set(now.minusSeconds(2));
    room.given(TENANT, desk.policy(SymbolsDefault.ALLOW));
    desk.apply(new LedgerCommand.Settle());
    desk.apply(desk.snapshot());
    desk.entry("n1", "AAPL");
    return acme;
  }
}
