package dev.maestro.cli.deploy;

import dev.maestro.cli.UsageException;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where to deploy, and what may differ from one place to the next.
 *
 * @param project the id of the project
 * @param region of functions and jobs
 * @param databaseLocation where Firestore is: its triggers live there
 * @param profile the trading policy's profile of tenants that name none
 * @param isMetaEnabled {@code true} or {@code false}: the meta strategy controller
 * @param schedules the cron line, in UTC, of each scheduled function
 */
public record DeployTarget(
    String project,
    String region,
    String databaseLocation,
    String profile,
    String isMetaEnabled,
    Map<DeployedFunction, String> schedules) {
  private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
  private static final Pattern LOCATION = Pattern.compile("[a-z]+[0-9]*(-[a-z]+[0-9]+)?");

  /** Keeps its own map. */
  public DeployTarget {
    schedules = Map.copyOf(schedules);
  }

  /**
   * A project of Google Cloud, with the schedule of the catalogue and the safest profile.
   *
   * @param databaseLocation blank: the region
   * @throws UsageException if an id cannot be one
   */
  static DeployTarget of(String project, String region, String databaseLocation) {
    require(
        PROJECT, "--project", project, "6 to 30 small letters, digits and hyphens, like my-fund");
    require(LOCATION, "--region", region, "a region of Google Cloud, like europe-west1");
    String database = databaseLocation.isBlank() ? region : databaseLocation;
    require(LOCATION, "--database-location", database, "a location of Firestore, like eur3");
    return new DeployTarget(project, region, database, "SAFE", "true", catalogueSchedules());
  }

  /** The names under which Cloud Build knows these values. */
  static DeployTarget ofCloudBuild() {
    Map<DeployedFunction, String> schedules = new EnumMap<>(DeployedFunction.class);
    scheduled().forEach(function -> schedules.put(function, "${" + variable(function) + "}"));
    return new DeployTarget(
        "${PROJECT_ID}",
        "${_REGION}",
        "${_DATABASE_LOCATION}",
        "${_PROFILE}",
        "${_MSC_ENABLED}",
        schedules);
  }

  /** The functions that Cloud Scheduler calls. */
  static List<DeployedFunction> scheduled() {
    return Arrays.stream(DeployedFunction.values())
        .filter(function -> function.trigger() == Trigger.SCHEDULE)
        .toList();
  }

  /** The substitution that holds a function's schedule. */
  static String variable(DeployedFunction function) {
    return "_SCHEDULE_" + function.name();
  }

  /** The e-mail of one of our service accounts. */
  String account(String name) {
    return "maestro-" + name + "@" + project + ".iam.gserviceaccount.com";
  }

  /** The address of a function that was deployed from its jar, and the audience of either kind. */
  String address(DeployedFunction function) {
    return "https://" + region + "-" + project + ".cloudfunctions.net/" + function.id();
  }

  private static Map<DeployedFunction, String> catalogueSchedules() {
    Map<DeployedFunction, String> schedules = new EnumMap<>(DeployedFunction.class);
    scheduled().forEach(function -> schedules.put(function, function.source()));
    return schedules;
  }

  private static void require(Pattern pattern, String option, String value, String mend) {
    if (!pattern.matcher(value).matches()) {
      throw new UsageException(
          String.format(Locale.ROOT, "%s must be %s; got '%s'", option, mend, value));
    }
  }
}
