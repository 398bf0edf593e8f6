package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.store.CommitWatch;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Breaches;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.control.TradingControl;
import java.util.HashMap;
import java.util.Map;

/** Who may have what: one token per nonce, nothing after a halt, no entry of before a switch. */
public final class GrantCheck implements CommitWatch {
  private final StormStore store;
  private final Breaches breaches;
  private final Map<Nonce, Long> fences = new HashMap<>();
  private final Map<Nonce, String> tokens = new HashMap<>();

  /** Against the switches of a store. */
  public GrantCheck(StormStore store, Breaches breaches) {
    this.store = store;
    this.breaches = breaches;
  }

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    CommandCode code = ran.outcome().code();
    if (ran.command() instanceof LedgerCommand.Reserve reserve && code == CommandCode.RESERVED) {
      fences.put(reserve.intent(), ran.before().control().fence());
    }
    if (ran.command() instanceof LedgerCommand.Claim claim && code == CommandCode.GRANTED) {
      String owner = tokens.putIfAbsent(claim.intent(), claim.token());
      breaches.require(
          owner == null || owner.equals(claim.token()),
          "a nonce is granted to one token",
          () -> claim.intent() + " to " + owner + " and to " + claim.token());
      if (ran.isWriting() || store.switchVersion() == switchesBefore) {
        switches(claim.intent());
      }
    }
  }

  /** What is written now, or began after the last switch was thrown, has to obey it. */
  private void switches(Nonce granted) {
    TradingControl control = store.control();
    breaches.require(
        !control.isHalted(), "after a halt no claim that began later is granted", granted::value);
    Long fence = fences.get(granted);
    if (fence != null) {
      breaches.require(
          control.isActive() && fence >= control.fence(),
          "no entry is granted that was reserved before a switch was thrown",
          () -> granted + " of fence " + fence + " under " + control);
    }
  }
}
