package dev.maestro.cli.deploy;

import dev.maestro.cli.UsageException;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import dev.maestro.local.catalog.FunctionTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may differ from one deployment to the next.
 *
 * @param name as {@code --set} takes it, and Cloud Build as a substitution: {@code _PROFILE}
 * @param standard the value where none is given
 * @param allowed the form of a value
 * @param mend the form in words
 */
record DeploySetting(String name, String standard, Pattern allowed, String mend) {
  static final String PROFILE = "_PROFILE";
  static final String MSC_ENABLED = "_MSC_ENABLED";
  static final String FANOUT = "_FANOUT";

  private static final Pattern CRON = Pattern.compile("[0-9*/,-]+( [0-9*/,-]+){4}");

  /** Three that the functions read, and the schedule of each function that has one. */
  static List<DeploySetting> all() {
    return Stream.concat(
            Stream.of(
                choice(PROFILE, "SAFE", "SAFE|AGGRESSIVE|STANDARD", "SAFE, AGGRESSIVE or STANDARD"),
                choice(MSC_ENABLED, "true", "true|false", "true or false"),
                choice(
                    FANOUT, "pubsub", "pubsub|inline", "pubsub, or inline for at most 20 tenants")),
            FunctionTable.startedBy(Trigger.SCHEDULE).stream().map(DeploySetting::schedule))
        .toList();
  }

  /** The name of the setting that says when a function is called. */
  static String scheduleOf(DeployedFunction function) {
    return "_SCHEDULE_" + function.id().replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * A value for every setting, the given one or the standard.
   *
   * @throws UsageException if a name or a value cannot be one
   */
  static Map<String, String> values(Map<String, String> given) {
    Map<String, String> values = new TreeMap<>();
    for (DeploySetting setting : all()) {
      values.put(setting.name, setting.in(given));
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        String all = all().stream().map(DeploySetting::name).collect(Collectors.joining(", "));
        throw new UsageException("--set knows " + all + "; got '" + name + "'");
      }
    }
    return values;
  }

  private String in(Map<String, String> given) {
    String value = given.getOrDefault(name, standard);
    if (!allowed.matcher(value).matches()) {
      throw new UsageException(
          String.format(Locale.ROOT, "%s must be %s; got '%s'", name, mend, value));
    }
    return value;
  }

  private static DeploySetting choice(String name, String standard, String allowed, String mend) {
    return new DeploySetting(name, standard, Pattern.compile(allowed), mend);
  }

  private static DeploySetting schedule(DeployedFunction function) {
    return new DeploySetting(
        scheduleOf(function),
        function.source(),
        CRON,
        "a cron line of five fields, like '*/5 * * * *'");
  }
}
