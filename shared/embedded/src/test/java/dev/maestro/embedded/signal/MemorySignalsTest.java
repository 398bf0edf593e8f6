package dev.maestro.embedded.signal;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.embedded.tenant.MemoryTenants;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.inbox.NewestSignalPort;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.signal.SignalInboxContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class MemorySignalsTest extends SignalInboxContract {
  @Override
  protected NewestSignalPort storeOfTrend() {
    MemoryCycles cycles = new MemoryCycles();
    MemoryTenants.create(
        cycles,
        Beginnings.tenant(TENANT),
        Map.of(),
        List.of(RegisteredStrategy.live(TREND, new Uid("owner"))),
        Instant.EPOCH);
    return new MemorySignals(cycles);
  }
}
