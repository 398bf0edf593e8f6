package dev.maestro.local.schedule;

import dev.maestro.emulator.process.Backoff;
import dev.maestro.local.http.HttpCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A call of Cloud Scheduler: names the time it was due, carries an identity token, and is made up
 * to 5 times until it is taken.
 *
 * @param email of the service account it is made for
 * @param clock the functions' own
 */
public record ScheduledCall(URI function, String email, String audience, Clock clock)
    implements Timetable.Job {
  /** Longer than a function that was killed takes to be back. */
  private static final Duration TRIED_FOR = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofSeconds(70);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));

  /**
   * Calls.
   *
   * @throws IllegalStateException if it was not taken
   */
  @Override
  public void run(Instant due) throws InterruptedException {
    String outcome = "";
    Instant deadline = Instant.now().plus(TRIED_FOR);
    for (int number = 1; number == 1 || Instant.now().isBefore(deadline); number++) {
      try {
        HttpCalls.Answer answer = HttpCalls.post(function, headers(due), new byte[0], PATIENCE);
        if (answer.isGood()) {
          return;
        }
        outcome = "it was answered with " + answer.status();
        if (!answer.mayBeTakenLater()) {
          break;
        }
      } catch (IOException gone) {
        outcome = "nobody answered";
      }
      Thread.sleep(BACKOFF.after(number).toMillis());
    }
    throw new IllegalStateException(outcome);
  }

  private Map<String, String> headers(Instant due) {
    return Map.of(
        "authorization",
        "Bearer " + UnsignedToken.ofService(email, audience, clock.instant()),
        "x-cloudscheduler",
        "true",
        "x-cloudscheduler-scheduletime",
        due.toString());
  }
}
