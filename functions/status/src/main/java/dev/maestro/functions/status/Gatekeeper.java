package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.limit.CallLimiter;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.limit.FirestoreCallerMinutes;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.Memberships;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.http.Query;
import dev.maestro.functions.status.limit.MemberLimits;
import dev.maestro.functions.status.route.Access;
import dev.maestro.functions.status.route.MemberCall;
import dev.maestro.functions.status.route.Routes;
import dev.maestro.functions.status.route.Visit;
import dev.maestro.google.identity.Caller;
import dev.maestro.google.identity.Callers;
import dev.maestro.google.identity.ForbiddenException;
import dev.maestro.google.identity.PersonTokens;
import dev.maestro.google.identity.UnauthorizedException;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/**
 * Stands before the routes: which route, who is calling, how often, may they. Nothing of a body is
 * looked at before that, and every failure leaves as problem JSON.
 */
final class Gatekeeper {
  /** Names the tenant of a service account, whose token cannot. */
  private static final String TENANT_HEADER = "X-Maestro-Tenant";

  private static final int SKIPPED_BYTES = 16 * 1024;

  private final Callers callers;
  private final Memberships memberships;
  private final MemberLimits limits;
  private final Routes routes;
  private final CloudLog log;
  private final Clock clock;

  private Gatekeeper(Callers callers, Routes routes, Parts parts) {
    this.callers = callers;
    this.memberships = new Memberships(parts.firestore());
    this.limits =
        new MemberLimits(
            new FirestoreConfigs(parts.firestore(), parts.settings().environment()),
            new CallLimiter(new FirestoreCallerMinutes(parts.firestore())));
    this.routes = routes;
    this.log = parts.log();
    this.clock = parts.clock();
  }

  static Gatekeeper of(CloudSettings settings, Clock clock) {
    return of(settings, FirebaseTokens.of(settings), clock);
  }

  /** With another judge of the tokens of people. */
  static Gatekeeper of(CloudSettings settings, PersonTokens people, Clock clock) {
    Firestore firestore = CloudFirestore.open(settings, new IoMeter());
    CloudLog log = CloudLog.standard().with(Map.of("function", "status"));
    Parts parts = new Parts(firestore, settings, log, clock);
    return new Gatekeeper(Callers.of(settings, people, clock), RouteTable.of(parts), parts);
  }

  /** Answers, unless the caller is gone. */
  void serve(HttpRequest request, HttpResponse response) {
    try {
      Answer answer = answer(request);
      skipBody(request);
      answer.send(response);
    } catch (IOException gone) {
      log.info("the caller hung up", Map.of("path", request.getPath(), "cause", gone.toString()));
    }
  }

  /**
   * A short body that nobody asked for is taken off the wire, or the server would close a
   * connection on which the caller is sending its next request.
   */
  private static void skipBody(HttpRequest request) throws IOException {
    if (request.getContentLength() > 0 && request.getContentLength() <= SKIPPED_BYTES) {
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private Answer answer(HttpRequest request) throws IOException {
    try {
      Routes.Match match = routes.of(request);
      return answer(match, request);
    } catch (Problem problem) {
      return problem.answer();
    } catch (RefusedInputException refused) {
      return Problem.refused(refused.field(), String.valueOf(refused.getMessage())).answer();
    } catch (UnavailableException gone) {
      log.warn("answered 503", Map.of("path", request.getPath(), "cause", gone.toString()));
      return Problem.unavailable().answer();
    } catch (RuntimeException fault) {
      log.error("answered 500", Map.of("path", request.getPath(), "trace", trace(fault)));
      return Problem.failure().answer();
    }
  }

  private Answer answer(Routes.Match match, HttpRequest request)
      throws Problem, RefusedInputException, IOException {
    if (match.route().access() instanceof Access.Open open) {
      return open.handler().answer(visit(match, request));
    }
    Access.Members members = (Access.Members) match.route().access();
    try {
      Caller caller =
          callers.of(
              request.getFirstHeader("Authorization"), request.getFirstHeader(TENANT_HEADER));
      Member member = membership(caller);
      limits.count(caller.tenantId(), member, match.route(), clock.instant());
      if (!members.roles().contains(member.role())) {
        throw new ForbiddenException("this needs one of the roles " + members.roleWords());
      }
      return members.handler().answer(new MemberCall(caller, member, visit(match, request)));
    } catch (UnauthorizedException refused) {
      throw Problem.unauthorized(String.valueOf(refused.getMessage()));
    } catch (ForbiddenException refused) {
      throw Problem.forbidden(String.valueOf(refused.getMessage()));
    }
  }

  private Visit visit(Routes.Match match, HttpRequest request) throws Problem {
    Query query = Query.of(request, match.route().about().names());
    return new Visit(match.arguments(), query, request, clock.instant());
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
