package dev.maestro.google.log;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace of a request, so that Cloud Logging puts its lines together. */
public final class Trace {
  /** {@code version-trace-span-flags}, as W3C Trace Context writes it. */
  private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.*");

  private Trace() {}

  /**
   * The field of a log line; none without a readable {@code traceparent}.
   *
   * @param traceparent header of a request, or extension of an event
   */
  public static Map<String, String> field(String projectId, Optional<?> traceparent) {
    Matcher parent = PARENT.matcher(traceparent.map(Object::toString).orElse(""));
    return parent.matches()
        ? Map.of(
            "logging.googleapis.com/trace", "projects/" + projectId + "/traces/" + parent.group(1))
        : Map.of();
  }
}
