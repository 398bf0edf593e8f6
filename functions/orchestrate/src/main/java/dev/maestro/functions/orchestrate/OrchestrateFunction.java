package dev.maestro.functions.orchestrate;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.gcp.identity.ForbiddenException;
import dev.maestro.gcp.identity.ServiceTokens;
import dev.maestro.gcp.identity.UnauthorizedException;
import dev.maestro.gcp.wiring.CloudParts;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;

/**
 * Starts the slot of all active tenants.
 *
 * <p>Trigger: Cloud Scheduler, every 5 minutes, with an OIDC token. Effect: one message {@code
 * {tenant, slot}} per active tenant on {@code maestro-cycles}; with {@code MAESTRO_FANOUT=inline}
 * the cycles themselves. Called twice for a slot: every tenant's slot is decided once all the same.
 * Retried by Scheduler: 5xx, when the store or the topic does not answer, or a cycle inside failed.
 * Refused: 401 and 403 without one of our tokens, 400 for a schedule time that is no time. A person
 * calls it by hand with a token when a slot was missed; after ten minutes a slot is EXPIRED.
 */
public final class OrchestrateFunction implements HttpFunction {
  private final CloudParts parts;
  private final ServiceTokens tokens;
  private final FanOut fanOut;

  /** Wires the real parts from the environment. */
  public OrchestrateFunction() {
    this(CloudParts.fromEnvironment("orchestrate"));
  }

  OrchestrateFunction(CloudParts parts) {
    this.parts = parts;
    this.tokens = ServiceTokens.of(parts.settings(), parts.clock());
    this.fanOut = FanOut.of(parts);
  }

  @Override
  public void service(HttpRequest request, HttpResponse response) throws IOException {
    Slot slot;
    try {
      tokens.check(request.getFirstHeader("Authorization"));
      slot = ScheduledSlot.of(request, parts.clock());
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
    FanOut.Result result = fanOut.start(slot);
    parts.log().info("slot " + slot.start() + " " + result.status(), Map.of());
    Answer.write(response, result.httpStatus(), result.fields(slot));
  }
}
