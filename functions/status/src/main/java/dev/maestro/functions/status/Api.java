package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.functions.HttpRequest;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.inbox.SignalInbox;
import dev.maestro.firestore.api.ConfigView;
import dev.maestro.firestore.api.DecisionsView;
import dev.maestro.firestore.api.IntentsView;
import dev.maestro.firestore.api.PolicyView;
import dev.maestro.firestore.api.StatusView;
import dev.maestro.firestore.api.WeightsView;
import dev.maestro.firestore.signal.FirestoreSignals;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.capital.LedgerCall;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.http.Query;
import dev.maestro.google.identity.Caller;
import dev.maestro.google.settings.CloudSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What each route does, once it is known that the caller may take it. */
final class Api {
  private final StatusView status;
  private final PolicyView policy;
  private final WeightsView weights;
  private final ConfigView config;
  private final DecisionsView decisions;
  private final SignalInbox signals;
  private final CapitalApi capital;
  private final IntentsView intents;
  private final Clock clock;

  Api(Firestore firestore, CloudSettings settings, CapitalApi capital, Clock clock) {
    this.status = new StatusView(firestore, settings.environment());
    this.policy = new PolicyView(firestore);
    this.weights = new WeightsView(firestore);
    this.config = new ConfigView(firestore, settings.environment());
    this.decisions = new DecisionsView(firestore);
    this.signals = new SignalInbox(new FirestoreSignals(firestore));
    this.capital = capital;
    this.intents = new IntentsView(firestore);
    this.clock = clock;
  }

  /** The answer to anybody. */
  static Answer health() {
    return Answer.ok(Map.of("status", "ok"));
  }

  /**
   * The answer to a member whose role may take the route.
   *
   * @throws Problem if there is no answer
   * @throws IOException if the caller is gone
   */
  Answer answer(Route.Match match, Caller caller, Member member, HttpRequest request)
      throws Problem, IOException {
    Instant now = clock.instant();
    TenantId tenant = caller.tenantId();
    Query query = Query.of(request, match.route().parameters());
    try {
      return switch (match.route()) {
        case HEALTH -> health();
        case STATUS -> Answer.ok(status.of(tenant, now));
        case POLICY -> Answer.ok(policy.of(tenant, now));
        case WEIGHTS -> weights(caller, query);
        case CONFIG -> found(config.of(tenant, query.get("section")), "configuration");
        case DECISIONS ->
            Answer.ok(decisions.page(tenant, query.get("limit"), query.get("before")));
        case DECISION -> found(decisions.one(tenant, match.argument()), "decision of the tenant");
        case SIGNAL -> signal(match.argument(), caller, member, request, now);
        case TIME -> Answer.ok(Written.of("time", now));
        case INTENTS ->
            Answer.ok(
                intents.page(tenant, query.get("state"), query.get("limit"), query.get("before")));
        case INTENT -> found(intents.one(tenant, match.argument()), "intent of the tenant");
        case CLAIM, REPORT, CLOSE, RESOLVE, SPLIT, ASSIGN, CONTROL, REARM, ACCOUNT ->
            capital.answer(
                match.route(), new LedgerCall(tenant, member, match.argument(), request, now));
      };
    } catch (RefusedInputException refused) {
      throw Problem.refused(refused.field(), String.valueOf(refused.getMessage()));
    }
  }

  private Answer weights(Caller caller, Query query) throws Problem, RefusedInputException {
    Uid uid = query.get("uid").isPresent() ? uid(query.get("uid").get()) : caller.uid();
    return found(weights.of(uid, caller.uid(), caller.tenantId()), "weights of such a user");
  }

  private static Uid uid(String text) throws RefusedInputException {
    return Uid.of(text)
        .orElseThrow(
            () -> new RefusedInputException("uid", "uid must be a user id of 1 to 128 characters"));
  }

  private Answer signal(
      String named, Caller caller, Member member, HttpRequest request, Instant now)
      throws Problem, IOException, RefusedInputException {
    if (member.role() == Role.AGENT && !member.strategies().contains(named)) {
      throw Problem.forbidden("the membership does not name the strategy " + named);
    }
    StrategyId strategy =
        StrategyId.of(named).orElseThrow(() -> Problem.notFound("no strategy can have this id"));
    Fields sent = JsonBody.of(request);
    SignalInbox.Receipt receipt =
        signals.put(caller.tenantId(), strategy, sent, caller.uid().value(), now);
    return switch (receipt.outcome()) {
      case STORED, UNCHANGED -> receipt(strategy, receipt);
      case NOT_NEWER ->
          throw Problem.conflict(
              "generated_at must be after that of the signal that stands; nothing was stored");
      case NOT_REGISTERED ->
          throw Problem.notFound("the strategy " + strategy + " is not registered");
    };
  }

  /** {@code entry_error} says why the signal could not open anything; as an exit it still can. */
  private static Answer receipt(StrategyId strategy, SignalInbox.Receipt receipt) {
    return Answer.ok(
        Written.of(
                "status", receipt.outcome() == SignalInbox.Outcome.STORED ? "stored" : "unchanged")
            .with("strategy", strategy)
            .with("action", receipt.signal().map(Signal::action))
            .with("generated_at", receipt.signal().map(Signal::generatedAt))
            .with("expires_at", receipt.signal().map(Signal::expiresAt))
            .with("entry_error", receipt.signal().flatMap(Signal::entryError)));
  }

  private static Answer found(Optional<Written> body, String what) throws Problem {
    return Answer.ok(body.orElseThrow(() -> Problem.notFound("there is no " + what)));
  }
}
