package dev.maestro.embedded.limit;

import dev.maestro.engine.limit.CallerMinute;
import dev.maestro.engine.limit.CallerMinutesPort;
import dev.maestro.engine.limit.StandingMinute;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Minutes of callers in memory. */
public final class MemoryCallerMinutes implements CallerMinutesPort {
  private final Map<Key, CallerMinute> stored = new HashMap<>();

  private record Key(TenantId tenant, Uid caller) {}

  private record Found(Optional<CallerMinute> minute) implements StoreVersion {}

  @Override
  public synchronized StandingMinute find(TenantId tenant, Uid caller) {
    Optional<CallerMinute> minute = Optional.ofNullable(stored.get(new Key(tenant, caller)));
    return new StandingMinute(minute, new Found(minute));
  }

  @Override
  public synchronized boolean replace(
      TenantId tenant, Uid caller, CallerMinute next, StoreVersion before) {
    if (!find(tenant, caller).version().equals(before)) {
      return false;
    }
    stored.put(new Key(tenant, caller), next);
    return true;
  }
}
