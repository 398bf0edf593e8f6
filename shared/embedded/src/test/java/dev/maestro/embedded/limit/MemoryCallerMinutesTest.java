package dev.maestro.embedded.limit;

import dev.maestro.engine.limit.CallerMinutesPort;
import dev.maestro.testing.limit.CallLimiterContract;

class MemoryCallerMinutesTest extends CallLimiterContract {
  @Override
  protected CallerMinutesPort store() {
    return new MemoryCallerMinutes();
  }
}
