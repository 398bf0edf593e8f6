package dev.maestro.wiring.schedule;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import com.google.gson.Gson;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.identity.ForbiddenException;
import dev.maestro.google.identity.ServiceTokens;
import dev.maestro.google.identity.UnauthorizedException;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.log.Trace;
import dev.maestro.wiring.CloudParts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A function that Cloud Scheduler calls with an OIDC token: it lets in our services alone, finds
 * the time that it was called for, and answers in JSON. 401 and 403 without one of our tokens, 400
 * for a time that is none, 503 if Scheduler should call again: something is not done, or the store,
 * the topic or Google's keys do not answer.
 *
 * @param <D> what a time stands for: a slot, a day
 */
public abstract class ScheduledFunction<D> implements HttpFunction {
  private static final String HEADER = "X-CloudScheduler-ScheduleTime";
  private static final Gson GSON = new Gson();

  private final CloudParts parts;
  private final ServiceTokens tokens;

  /** A function made of these parts. */
  protected ScheduledFunction(CloudParts parts) {
    this.parts = parts;
    this.tokens = ServiceTokens.of(parts.settings(), parts.clock());
  }

  /**
   * What became of a call.
   *
   * @param isComplete false: Scheduler should call again
   * @param fields of the answer
   */
  public record Result(boolean isComplete, Map<String, ?> fields) {}

  /**
   * What a time stands for.
   *
   * @param time the scheduled one; that of now if the caller names none
   * @throws DateTimeException if the function is not there for this time; the message is shown
   */
  protected abstract D due(Instant time);

  /**
   * Does what is due.
   *
   * @throws UnavailableException if what it needs does not answer; another call may succeed
   */
  protected abstract Result run(D due);

  @Override
  public final void service(HttpRequest request, HttpResponse response) throws IOException {
    CloudLog log =
        parts
            .log()
            .with(Trace.field(parts.settings().projectId(), request.getFirstHeader("traceparent")));
    D due;
    try {
      tokens.check(request.getFirstHeader("Authorization"));
      due = due(time(request.getFirstHeader(HEADER)));
    } catch (UnauthorizedException refused) {
      refuse(response, 401, refused);
      return;
    } catch (ForbiddenException refused) {
      refuse(response, 403, refused);
      return;
    } catch (DateTimeException malformed) {
      refuse(response, 400, malformed);
      return;
    } catch (UnavailableException unproven) {
      putOff(response, log, "a call", unproven);
      return;
    }
    Result result;
    try {
      result = run(due);
    } catch (UnavailableException gone) {
      putOff(response, log, due.toString(), gone);
      return;
    }
    log.info(due + (result.isComplete() ? " done" : " incomplete"), result.fields());
    answer(response, result.isComplete() ? 200 : 503, result.fields());
  }

  private Instant time(Optional<String> scheduled) {
    try {
      return scheduled.isEmpty()
          ? parts.clock().instant()
          : OffsetDateTime.parse(scheduled.get().strip()).toInstant();
    } catch (DateTimeException malformed) {
      throw new DateTimeException(
          HEADER + " must be a time like 2026-01-31T16:00:00Z, got '" + scheduled.get() + "'",
          malformed);
    }
  }

  /** Why is for the log alone: nobody may have proven yet who is calling. */
  private static void putOff(
      HttpResponse response, CloudLog log, String what, UnavailableException why)
      throws IOException {
    log.warn(what + " put off", Map.of("cause", why));
    answer(
        response,
        503,
        Map.of(
            "status", "unavailable", "detail", "the store, the topic or Google's keys are away"));
  }

  private static void refuse(HttpResponse response, int status, Exception why) throws IOException {
    answer(
        response, status, Map.of("status", "refused", "detail", String.valueOf(why.getMessage())));
  }

  private static void answer(HttpResponse response, int status, Map<String, ?> fields)
      throws IOException {
    response.setStatusCode(status);
    if (status == 503) {
      response.appendHeader("Retry-After", "5");
    }
    response.setContentType("application/json");
    response.getWriter().write(GSON.toJson(fields));
  }
}
