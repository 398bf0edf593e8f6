package dev.maestro.bench.run;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where and when something was measured, and what else the machine did. */
final class Machine {
  private static final double GIB = 1L << 30;

  private Machine() {}

  /** The waiting processes over the last minute; below 0 where the system does not tell. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** One line; the load before and after tells whether the times are upper bounds. */
  static String line(double loadBefore, double loadAfter) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%d processors, %.0f GiB, %s; JDK %s; %s; load %.1f before and %.1f after.",
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / GIB,
        system.getName(),
        Runtime.version(),
        LocalDate.now(ZoneOffset.UTC),
        loadBefore,
        loadAfter);
  }
}
