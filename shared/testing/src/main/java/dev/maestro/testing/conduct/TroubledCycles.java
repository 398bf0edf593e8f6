package dev.maestro.testing.conduct;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.SlotClaim;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.metrics.CycleEnd;
import dev.maestro.engine.name.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A store between which and its user things happen. */
public class TroubledCycles implements CyclesPort {
  private final CyclesPort store;

  /** A store without trouble, until methods are overridden. */
  public TroubledCycles(CyclesPort store) {
    this.store = store;
  }

  /** Happens after everything was read and before anything is stored. */
  protected void beforeCommit() {}

  /** Happens after something was stored, before anybody knows. */
  protected void afterCommit() {}

  @Override
  public SlotClaim acquire(TenantId tenant, Slot slot, String owner, Instant now, Duration lease) {
    return store.acquire(tenant, slot, owner, now, lease);
  }

  @Override
  public Situation load(TenantId tenant, Instant now) {
    return store.load(tenant, now);
  }

  @Override
  public Set<Nonce> known(TenantId tenant, Set<Nonce> nonces) {
    return store.known(tenant, nonces);
  }

  @Override
  public boolean commit(CycleCommit commit) {
    beforeCommit();
    boolean stored = store.commit(commit);
    afterCommit();
    return stored;
  }

  @Override
  public void expire(
      TenantId tenant, Slot slot, SlotClaim.Acquired claim, CycleEnd end, Instant now) {
    store.expire(tenant, slot, claim, end, now);
  }
}
