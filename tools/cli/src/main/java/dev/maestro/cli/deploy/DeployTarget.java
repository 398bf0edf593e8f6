package dev.maestro.cli.deploy;

import dev.maestro.cli.UsageException;
import dev.maestro.local.catalog.DeployedFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where to deploy, and what may differ from one place to the next.
 *
 * @param project the id of the project
 * @param region of functions and jobs
 * @param databaseLocation where Firestore is: its triggers live there
 * @param flavor how functions get there
 * @param settings a value for each {@link DeploySetting} that has one, by its name
 * @param removed variables that the functions have no more
 */
record DeployTarget(
    String project,
    String region,
    String databaseLocation,
    Flavor flavor,
    Map<String, String> settings,
    List<String> removed) {
  /** Tells conduct where its jars are. */
  static final String STRATEGIES_VARIABLE = "MAESTRO_STRATEGIES";

  private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
  private static final Pattern LOCATION = Pattern.compile("[a-z]+[0-9]*(-[a-z]+[0-9]+)?");
  private static final Pattern FLAVOR = Pattern.compile("(?i)jar|image");

  /**
   * Checks what it is given, so that nothing of it can be more than a word of a command.
   *
   * @param databaseLocation blank: the region
   * @param flavor {@code jar} or {@code image}, in letters of any size
   * @param given settings by name; the others have their standard
   * @param unset names of settings that were given before
   * @throws UsageException if an id or a setting cannot be one
   */
  static DeployTarget of(
      String project,
      String region,
      String databaseLocation,
      String flavor,
      Map<String, String> given,
      List<String> unset) {
    require(
        PROJECT, "--project", project, "6 to 30 small letters, digits and hyphens, like my-fund");
    require(LOCATION, "--region", region, "a region of Google Cloud, like europe-west1");
    String database = databaseLocation.isBlank() ? region : databaseLocation;
    require(LOCATION, "--database-location", database, "a location of Firestore, like eur3");
    require(FLAVOR, "--flavor", flavor, "jar or image");
    return new DeployTarget(
        project,
        region,
        database,
        Flavor.valueOf(flavor.toUpperCase(Locale.ROOT)),
        DeploySetting.values(project, given),
        removed(unset));
  }

  /** A setting of the deployment is a variable of a function where it leaves one there. */
  private static List<String> removed(List<String> unset) {
    DeploySetting.requireKnown("--unset", unset);
    return unset.stream()
        .map(name -> name.equals(DeploySetting.STRATEGIES) ? STRATEGIES_VARIABLE : name)
        .filter(DeploySetting::isVariable)
        .distinct()
        .toList();
  }

  /** The folder of jars that goes with conduct; blank: none. */
  String strategies() {
    return value(DeploySetting.STRATEGIES);
  }

  /** The value of a setting. */
  String value(String setting) {
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

  /** Words of a gcloud command that asks nothing, in this project. */
  List<String> gcloud(String... command) {
    List<String> words = new ArrayList<>(List.of("gcloud"));
    words.addAll(Arrays.asList(command));
    words.addAll(List.of("--quiet", "--project=" + project));
    return words;
  }

  private static void require(Pattern pattern, String option, String value, String mend) {
    if (!pattern.matcher(value).matches()) {
      throw new UsageException(
          String.format(Locale.ROOT, "%s must be %s; got '%s'", option, mend, value));
    }
  }
}
