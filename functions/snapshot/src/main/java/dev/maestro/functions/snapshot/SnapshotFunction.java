package dev.maestro.functions.snapshot;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.maestro.gcp.identity.ForbiddenException;
import dev.maestro.gcp.identity.ServiceTokens;
import dev.maestro.gcp.identity.UnauthorizedException;
import dev.maestro.gcp.wiring.CloudParts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Has yesterday closed for all active tenants.
 *
 * <p>Trigger: Cloud Scheduler, 00:10 UTC, with an OIDC token. Effect: one message {@code {tenant,
 * day}} per active tenant on {@code maestro-snapshots}; with {@code MAESTRO_FANOUT=inline} the days
 * are closed here. Called twice: closing a day twice changes nothing. Retried by Scheduler: 5xx,
 * when store or topic do not answer, or a tenant's day could not be closed. Refused: 401 and 403
 * without one of our tokens, 400 for a schedule time that is none. A person calls it by hand with a
 * token when a day was missed; the next call closes missed days, too.
 */
public final class SnapshotFunction implements HttpFunction {
  private final CloudParts parts;
  private final ServiceTokens tokens;
  private final FanOut fanOut;

  /** Wires the real parts from the environment. */
  public SnapshotFunction() {
    this(CloudParts.fromEnvironment("snapshot"));
  }

  SnapshotFunction(CloudParts parts) {
    this.parts = parts;
    this.tokens = ServiceTokens.of(parts.settings(), parts.clock());
    this.fanOut = new FanOut(parts);
  }

  @Override
  public void service(HttpRequest request, HttpResponse response) throws IOException {
    LocalDate day;
    try {
      tokens.check(request.getFirstHeader("Authorization"));
      day = ScheduledDay.of(request, parts.clock());
    } catch (UnauthorizedException refused) {
      Answer.refuse(response, 401, refused);
      return;
    } catch (ForbiddenException refused) {
      Answer.refuse(response, 403, refused);
      return;
    } catch (DateTimeException malformed) {
      Answer.refuse(response, 400, malformed);
      return;
    }
    FanOut.Result result = fanOut.start(day);
    Answer.write(response, result.isComplete() ? 200 : 503, result.fields());
  }
}
