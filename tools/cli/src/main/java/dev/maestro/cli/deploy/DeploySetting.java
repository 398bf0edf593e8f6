package dev.maestro.cli.deploy;

import dev.maestro.cli.UsageException;
import dev.maestro.local.catalog.DeployedFunction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may differ from one deployment to the next, under the name that Cloud Build knows it by. */
enum DeploySetting {
  PROFILE("SAFE", "SAFE|AGGRESSIVE|STANDARD", "SAFE, AGGRESSIVE or STANDARD"),
  MSC_ENABLED("true", "true|false", "true or false"),
  FANOUT("pubsub", "pubsub|inline", "pubsub, or inline for at most 20 tenants"),
  SCHEDULE_ORCHESTRATE(DeployedFunction.ORCHESTRATE),
  SCHEDULE_SNAPSHOT(DeployedFunction.SNAPSHOT);

  private static final String CRON = "[0-9*/,-]+( [0-9*/,-]+){4}";

  private final String standard;
  private final Pattern allowed;
  private final String mend;

  DeploySetting(String standard, String allowed, String mend) {
    this.standard = standard;
    this.allowed = Pattern.compile(allowed);
    this.mend = mend;
  }

  DeploySetting(DeployedFunction scheduled) {
    this(scheduled.source(), CRON, "a cron line of five fields, like '*/5 * * * *'");
  }

  /** The schedule of a function. */
  static DeploySetting scheduleOf(DeployedFunction function) {
    return valueOf("SCHEDULE_" + function.name());
  }

  /** The name of the substitution: {@code _PROFILE}. */
  String substitution() {
    return "_" + name();
  }

  /** The value where none is given. */
  String standard() {
    return standard;
  }

  /**
   * The value among those given by name.
   *
   * @throws UsageException if it cannot be one
   */
  String in(Map<String, String> given) {
    String value = given.getOrDefault(substitution(), standard);
    if (!allowed.matcher(value).matches()) {
      throw new UsageException(
          String.format(Locale.ROOT, "%s must be %s; got '%s'", substitution(), mend, value));
    }
    return value;
  }

  /**
   * Looks at the names only.
   *
   * @throws UsageException if one is no setting
   */
  static void requireKnown(Map<String, String> given) {
    for (String name : given.keySet()) {
      if (Arrays.stream(values()).noneMatch(known -> known.substitution().equals(name))) {
        String all =
            Arrays.stream(values())
                .map(DeploySetting::substitution)
                .collect(Collectors.joining(", "));
        throw new UsageException("--set knows " + all + "; got '" + name + "'");
      }
    }
  }
}
