package dev.maestro.cli.deploy;

import dev.maestro.cli.UsageException;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where to deploy, and what may differ from one place to the next.
 *
 * @param project the id of the project
 * @param region of functions and jobs
 * @param databaseLocation where Firestore is: its triggers live there
 * @param settings a value for each
 */
record DeployTarget(
    String project, String region, String databaseLocation, Map<DeploySetting, String> settings) {
  private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
  private static final Pattern LOCATION = Pattern.compile("[a-z]+[0-9]*(-[a-z]+[0-9]+)?");

  /** Keeps its own map. */
  DeployTarget {
    settings = Map.copyOf(settings);
  }

  /**
   * A project of Google Cloud.
   *
   * @param databaseLocation blank: the region
   * @param given settings by the names of their substitutions; the others have their standard
   * @throws UsageException if an id or a setting cannot be one
   */
  static DeployTarget of(
      String project, String region, String databaseLocation, Map<String, String> given) {
    require(
        PROJECT, "--project", project, "6 to 30 small letters, digits and hyphens, like my-fund");
    require(LOCATION, "--region", region, "a region of Google Cloud, like europe-west1");
    String database = databaseLocation.isBlank() ? region : databaseLocation;
    require(LOCATION, "--database-location", database, "a location of Firestore, like eur3");
    DeploySetting.requireKnown(given);
    return new DeployTarget(project, region, database, each(setting -> setting.in(given)));
  }

  /** The names under which Cloud Build knows these values. */
  static DeployTarget ofCloudBuild() {
    return new DeployTarget(
        "${PROJECT_ID}",
        "${_REGION}",
        "${_DATABASE_LOCATION}",
        each(setting -> "${" + setting.substitution() + "}"));
  }

  /** The functions that Cloud Scheduler calls. */
  static List<DeployedFunction> scheduled() {
    return Arrays.stream(DeployedFunction.values())
        .filter(function -> function.trigger() == Trigger.SCHEDULE)
        .toList();
  }

  /** The value of a setting. */
  String value(DeploySetting setting) {
    return Objects.requireNonNull(settings.get(setting));
  }

  /** The e-mail of one of our service accounts. */
  String account(String name) {
    return "maestro-" + name + "@" + project + ".iam.gserviceaccount.com";
  }

  /** The address of a function that was deployed from its jar, and the audience of either kind. */
  String address(DeployedFunction function) {
    return "https://" + region + "-" + project + ".cloudfunctions.net/" + function.id();
  }

  private static Map<DeploySetting, String> each(Function<DeploySetting, String> value) {
    Map<DeploySetting, String> values = new EnumMap<>(DeploySetting.class);
    for (DeploySetting setting : DeploySetting.values()) {
      values.put(setting, value.apply(setting));
    }
    return values;
  }

  private static void require(Pattern pattern, String option, String value, String mend) {
    if (!pattern.matcher(value).matches()) {
      throw new UsageException(
          String.format(Locale.ROOT, "%s must be %s; got '%s'", option, mend, value));
    }
  }
}
