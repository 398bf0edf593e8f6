package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.account.FirestoreAccounts;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.Memberships;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.google.identity.Caller;
import dev.maestro.google.identity.Callers;
import dev.maestro.google.identity.ForbiddenException;
import dev.maestro.google.identity.UnauthorizedException;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/**
 * Stands before the routes: which route, who is calling, may they. Nothing of a body is read before
 * that, and every failure leaves as problem JSON.
 */
final class Gatekeeper {
  /** Names the tenant of a service account, whose token cannot. */
  private static final String TENANT_HEADER = "X-Maestro-Tenant";

  private final Callers callers;
  private final Memberships memberships;
  private final Api api;
  private final CloudLog log;

  private Gatekeeper(Callers callers, Memberships memberships, Api api, CloudLog log) {
    this.callers = callers;
    this.memberships = memberships;
    this.api = api;
    this.log = log;
  }

  static Gatekeeper of(CloudSettings settings, Clock clock) {
    Firestore firestore = CloudFirestore.open(settings, new IoMeter());
    CloudLog log = CloudLog.standard().with(Map.of("function", "status"));
    return new Gatekeeper(
        Callers.of(settings, FirebaseTokens.of(settings), clock),
        new Memberships(firestore),
        new Api(firestore, settings, capital(firestore, log, clock), clock),
        log);
  }

  private static CapitalApi capital(Firestore firestore, CloudLog log, Clock clock) {
    FirestoreLedgers ledgers =
        new FirestoreLedgers(firestore, clock, new Alerts(firestore, log::error), "status");
    return new CapitalApi(ledgers, ledgers, new FirestoreAccounts(firestore));
  }

  /** Answers, unless the caller is gone. */
  void serve(HttpRequest request, HttpResponse response) {
    try {
      answer(request).send(response);
    } catch (IOException gone) {
      log.info("the caller hung up", Map.of("path", request.getPath(), "cause", gone.toString()));
    }
  }

  private Answer answer(HttpRequest request) throws IOException {
    try {
      Route.Match match = Route.of(request.getMethod(), request.getPath());
      return match.route().isOpen() ? Api.health() : answer(match, request);
    } catch (Problem problem) {
      return problem.answer();
    } catch (UnavailableException gone) {
      log.warn("answered 503", Map.of("path", request.getPath(), "cause", gone.toString()));
      return Problem.unavailable().answer();
    } catch (RuntimeException fault) {
      log.error("answered 500", Map.of("path", request.getPath(), "trace", trace(fault)));
      return Problem.failure().answer();
    }
  }

  private Answer answer(Route.Match match, HttpRequest request) throws Problem, IOException {
    try {
      Caller caller =
          callers.of(
              request.getFirstHeader("Authorization"), request.getFirstHeader(TENANT_HEADER));
      Member member = membership(caller);
      if (!match.route().isFor(member.role())) {
        throw new ForbiddenException("this needs one of the roles " + match.route().roleWords());
      }
      return api.answer(match, caller, member, request);
    } catch (UnauthorizedException refused) {
      throw Problem.unauthorized(String.valueOf(refused.getMessage()));
    } catch (ForbiddenException refused) {
      throw Problem.forbidden(String.valueOf(refused.getMessage()));
    }
  }

  private Member membership(Caller caller) throws ForbiddenException {
    try {
      return memberships
          .of(caller.tenantId(), caller.uid())
          .orElseThrow(
              () ->
                  new ForbiddenException("the caller is no member of tenant " + caller.tenantId()));
    } catch (UnreadableValueException broken) {
      throw new ForbiddenException("the membership cannot be read: " + broken.getMessage());
    }
  }

  private static String trace(RuntimeException fault) {
    StringWriter text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
