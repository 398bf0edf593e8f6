package dev.maestro.cli.deploy;

import dev.maestro.cli.UsageException;
import dev.maestro.engine.tenant.Variables;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import dev.maestro.local.catalog.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may differ from one deployment to the next: what is done ({@code _NAME}), or a variable of
 * the functions under its own name.
 *
 * @param name as {@code --set} takes it: {@code _MAX_INSTANCES_CONDUCT}, {@code ORCH_PROFILE}
 * @param standard the value where none is given; empty: the function has the value that it had
 * @param allowed the form of a value
 * @param mend the form in words
 */
record DeploySetting(String name, Optional<String> standard, Pattern allowed, String mend) {
  /** The folder of jars that is shipped with conduct; blank: none. */
  static final String STRATEGIES = "_STRATEGIES";

  private static final String FANOUT = "MAESTRO_FANOUT";
  private static final Pattern CRON = Pattern.compile("[0-9*/,-]+( [0-9*/,-]+){4}");
  private static final Pattern FOLDER = Pattern.compile("[^\\p{Cntrl}$`\"\\\\]*");
  private static final Pattern INSTANCES = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern MEMORY = Pattern.compile("512Mi|1Gi|2Gi|4Gi");
  private static final Pattern LOCATION = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9_.@-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.+-]+");

  /** The folder, schedules, limits of each function, and the variables that may be set. */
  static List<DeploySetting> all() {
    List<DeploySetting> all = new ArrayList<>();
    all.add(new DeploySetting(STRATEGIES, Optional.of(""), FOLDER, "a folder of jars"));
    FunctionTable.startedBy(Trigger.SCHEDULE).forEach(function -> all.add(schedule(function)));
    for (DeployedFunction function : FunctionTable.all()) {
      String instances = String.valueOf(function.limits().instances());
      all.add(
          new DeploySetting(
              instancesOf(function), Optional.of(instances), INSTANCES, "from 1 to 9999"));
      all.add(
          new DeploySetting(
              memoryOf(function), Optional.of("512Mi"), MEMORY, "512Mi, 1Gi, 2Gi or 4Gi"));
    }
    List<String> variables = new ArrayList<>(Variables.names());
    variables.addAll(List.of(FANOUT, "MAESTRO_SLOT_LEASE_SECONDS"));
    variables.forEach(
        name ->
            all.add(
                new DeploySetting(
                    name, Optional.empty(), VALUE, "a word or number; --unset takes it away")));
    all.add(narrator("VERTEX_AI_LOCATION", LOCATION, "global, or a region"));
    all.add(narrator("VERTEX_AI_MODEL_ID", MODEL, "the id of a model"));
    all.add(narrator("VERTEX_AI_PROJECT_ID", LOCATION, "the id of a project"));
    return all;
  }

  /** Sets up who tells cycles in words; none is set up by itself. */
  private static DeploySetting narrator(String name, Pattern allowed, String mend) {
    return new DeploySetting(name, Optional.empty(), allowed, mend);
  }

  /** The name of the setting that says when a function is called. */
  static String scheduleOf(DeployedFunction function) {
    return "_SCHEDULE_" + words(function);
  }

  /** The name of the setting that says how many instances a function may have. */
  static String instancesOf(DeployedFunction function) {
    return "_MAX_INSTANCES_" + words(function);
  }

  /** The name of the setting that says how much memory an instance has. */
  static String memoryOf(DeployedFunction function) {
    return "_MEMORY_" + words(function);
  }

  /** {@code pubsub} or {@code inline}: who decides the slots of tenants. */
  static String fanout(Map<String, String> values) {
    return values.getOrDefault(FANOUT, "pubsub");
  }

  /** True if it is a variable of the functions. */
  static boolean isVariable(String name) {
    return !name.startsWith("_");
  }

  /**
   * A value for every setting that has one, the given one or the standard. A blank value for what
   * is done stands for none: Cloud Build passes every substitution.
   *
   * @throws UsageException if a name or a value cannot be one
   */
  static Map<String, String> values(String project, Map<String, String> given) {
    requireKnown("--set", given.keySet());
    Map<String, String> values = new TreeMap<>();
    for (DeploySetting setting : all()) {
      setting.in(given).ifPresent(value -> values.put(setting.name, value));
    }
    Map<String, String> variables = new TreeMap<>(values);
    variables.keySet().removeIf(name -> !isVariable(name));
    Variables.check(variables);
    boolean isInline = "inline".equals(fanout(variables));
    variables.put("GOOGLE_CLOUD_PROJECT", project);
    CloudSettings.read(variables);
    if (isInline && !values.getOrDefault(STRATEGIES, "").isEmpty()) {
      throw new UsageException(
          "--strategies needs MAESTRO_FANOUT=pubsub: jars are shipped with conduct alone");
    }
    return values;
  }

  /**
   * Refuses names that are no settings.
   *
   * @param option which takes them
   */
  static void requireKnown(String option, Iterable<String> names) {
    List<String> known = all().stream().map(DeploySetting::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        String list = known.stream().sorted().collect(Collectors.joining(", "));
        throw new UsageException(option + " knows " + list + "; got '" + name + "'");
      }
    }
  }

  private Optional<String> in(Map<String, String> given) {
    String value = given.getOrDefault(name, "");
    boolean isGiven = given.containsKey(name) && (isVariable(name) || !value.isEmpty());
    if (isGiven && !allowed.matcher(value).matches()) {
      throw new UsageException(
          String.format(Locale.ROOT, "%s must be %s; got '%s'", name, mend, value));
    }
    return isGiven ? Optional.of(value) : standard;
  }

  private static String words(DeployedFunction function) {
    return function.id().replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static DeploySetting schedule(DeployedFunction function) {
    return new DeploySetting(
        scheduleOf(function),
        Optional.of(function.source()),
        CRON,
        "a cron line of five fields, like '*/5 * * * *'");
  }
}
