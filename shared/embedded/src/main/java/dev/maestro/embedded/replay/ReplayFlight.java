package dev.maestro.embedded.replay;

import dev.maestro.embedded.replay.scheme.ReplayScheme;

/** One way to run the money: a scheme under a throttle. */
public record ReplayFlight(ReplayScheme scheme, ReplayThrottle throttle) {
  /** What all others are compared with: equal weights, and nobody throttled. */
  public static final ReplayFlight NULL = new ReplayFlight(ReplayScheme.EQUAL, ReplayThrottle.OFF);

  /** As it is named in legends. */
  public String label() {
    return throttle == ReplayThrottle.OFF
        ? scheme.name()
        : scheme + ", throttle " + throttle.name();
  }
}
