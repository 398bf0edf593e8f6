package dev.maestro.local.catalog;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A function as it is deployed: what starts it, and what one call may take. One line of {@code
 * functions.txt}; the whole table is {@link FunctionTable}.
 *
 * @param id its name: {@code conduct}
 * @param entryPoint the class that the functions framework calls
 * @param trigger what starts it
 * @param source cron line, topic or path pattern, as the trigger says; blank for HTTP
 * @param limits what it may take
 */
public record DeployedFunction(
    String id, String entryPoint, Trigger trigger, String source, Limits limits) {
  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final String HOME = "dev.maestro.functions.";
  private static final Pattern ENTRY_POINT =
      Pattern.compile(Pattern.quote(HOME) + "[a-z]+\\.[A-Z][A-Za-z]+");

  /** What starts a function. */
  public enum Trigger {
    /** A request of whoever may call it. */
    HTTP,
    /** A request of Cloud Scheduler; the source is a cron line in UTC. */
    SCHEDULE,
    /** A message; the source is the topic. */
    TOPIC,
    /** A write of a document; the source is the pattern of its path. */
    DOCUMENT
  }

  /**
   * What a function may take.
   *
   * @param timeout of one call, with its unit: {@code 300s}
   * @param instances at most so many, 1 or more
   * @param concurrency calls that one instance does at once, 1 or more
   * @param retry Scheduler's shortest and longest pause between tries, {@code 10s-60s}; blank where
   *     no schedule calls
   */
  public record Limits(String timeout, int instances, int concurrency, String retry) {
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d*s");
    private static final Pattern PAUSES = Pattern.compile("([1-9]\\d*s-[1-9]\\d*s)?");

    /** Checks the forms of the four. */
    public Limits {
      require(SECONDS.matcher(timeout).matches(), "a timeout is seconds, like 60s", timeout);
      require(instances >= 1 && concurrency >= 1, "limits are at least 1", instances);
      require(PAUSES.matcher(retry).matches(), "a retry is two pauses, like 10s-60s", retry);
    }
  }

  /** Checks the names, and that only HTTP has no source and only a schedule has tries. */
  public DeployedFunction {
    require(ID.matcher(id).matches(), "an id is small letters and hyphens", id);
    require(
        ENTRY_POINT.matcher(entryPoint).matches(),
        "an entry point is " + HOME + "MODULE.CLASS",
        entryPoint);
    require((trigger == Trigger.HTTP) == source.isBlank(), "all but HTTP have a source", source);
    require(
        (trigger == Trigger.SCHEDULE) != limits.retry().isBlank(),
        "a schedule, and nothing else, has a retry",
        id);
  }

  /** The module under {@code functions/} whose jar it is in; two functions may share one. */
  public String module() {
    return entryPoint.substring(HOME.length(), entryPoint.lastIndexOf('.'));
  }

  /** The jar that is deployed, alone in its folder, below the root of the project. */
  public Path jar() {
    return Path.of("functions", module(), "target", "deployment", module() + ".jar");
  }

  /** True if it is called over HTTP, by people or by a schedule. */
  public boolean isCalled() {
    return trigger == Trigger.HTTP || trigger == Trigger.SCHEDULE;
  }

  /** Its id. */
  @Override
  public String toString() {
    return id;
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", got '" + value + "'");
    }
  }
}
