package dev.maestro.engine.tenant.settings;

import java.util.List;

/**
 * A configuration is stored, and some users are not weighed by it yet. Storing it again, or the
 * next closing of a day, tries again.
 */
public final class NotInForceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is stored, and who does not follow it.
   *
   * @param failures one for each user: who, and why
   */
  NotInForceException(long version, List<String> failures) {
    super(
        "version "
            + version
            + " is stored, but some users are not weighed by it yet: "
            + String.join("; ", failures)
            + "; mend what is said and store it again");
  }
}
