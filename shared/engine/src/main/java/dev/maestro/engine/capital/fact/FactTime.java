package dev.maestro.engine.capital.fact;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.command.Work;
import java.time.Duration;
import java.time.Instant;

/** An executor's time, as far as it can be believed; it dates trades and decides about no money. */
final class FactTime {
  private static final Duration SKEW = Duration.ofSeconds(60);

  private FactTime() {}

  /** Within [reservation - 60 s, now + 60 s] as it is, else the nearer of reservation and now. */
  static Instant ofFill(Work work, String subject, Instant reserved, Instant said) {
    if (said.isBefore(reserved.minus(SKEW))) {
      return skewed(work, subject, reserved);
    }
    return notAhead(work, subject, said);
  }

  /** At most now + 60 s as it is, else now. */
  private static Instant notAhead(Work work, String subject, Instant said) {
    return said.isAfter(work.now().plus(SKEW)) ? skewed(work, subject, work.now()) : said;
  }

  private static Instant skewed(Work work, String subject, Instant instead) {
    work.alert(
        AlertCode.CLOCK_SKEW,
        subject,
        "the executor's time is more than a minute off: " + instead + " is taken instead");
    return instead;
  }
}
