package dev.maestro.functions.status;

import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.http.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every route: its method, its path, the parameters of its query, and the roles that may take it.
 * There is no other table.
 */
enum Route {
  /** Alive; for anybody. Cloud Run's own front answers for {@code /healthz} on run.app. */
  HEALTH("GET", "/health|/healthz", List.of()),
  /** The meta controller. */
  STATUS("GET", "/api/msc/status", List.of(), Role.VIEWER, Role.OPERATOR, Role.ADMIN),
  /** The weights of a user. */
  WEIGHTS("GET", "/api/maestro/weights", List.of("uid"), Role.VIEWER, Role.OPERATOR, Role.ADMIN),
  /** The trading policy in force. */
  POLICY("GET", "/api/maestro/policy", List.of(), Role.VIEWER, Role.OPERATOR, Role.ADMIN),
  /** The configuration in force. */
  CONFIG("GET", "/api/maestro/config", List.of("section"), Role.VIEWER, Role.OPERATOR, Role.ADMIN),
  /** The decision log. */
  DECISIONS(
      "GET",
      "/api/maestro/decisions",
      List.of("before", "limit"),
      Role.VIEWER,
      Role.OPERATOR,
      Role.ADMIN),
  /** One entry of it. */
  DECISION(
      "GET", "/api/maestro/decisions/([^/]+)", List.of(), Role.VIEWER, Role.OPERATOR, Role.ADMIN),
  /** A signal; an agent sends those of its own strategies only. */
  SIGNAL("PUT", "/api/maestro/signals/([^/]+)", List.of(), Role.AGENT, Role.OPERATOR, Role.ADMIN),
  /** What time it is here; feeders and executors go by it. */
  TIME("GET", "/api/maestro/time", List.of(), Role.values()),
  /** Orders, newest first; executors look for those that wait. */
  INTENTS(
      "GET",
      "/api/maestro/intents",
      List.of("before", "limit", "state"),
      Role.VIEWER,
      Role.EXECUTOR,
      Role.OPERATOR,
      Role.ADMIN),
  /** One of them, with its history. */
  INTENT(
      "GET",
      "/api/maestro/intents/([^/]+)",
      List.of(),
      Role.VIEWER,
      Role.EXECUTOR,
      Role.OPERATOR,
      Role.ADMIN),
  /** Asks for an order to send; an executor for its own accounts only, as the next two. */
  CLAIM("POST", "/api/maestro/claims", List.of(), Role.EXECUTOR, Role.ADMIN),
  /** What an order has filled so far. */
  REPORT("POST", "/api/maestro/claims/([^/]+)/report", List.of(), Role.EXECUTOR, Role.ADMIN),
  /** A stop or a liquidation that no intent asked for. */
  CLOSE("POST", "/api/maestro/closes", List.of(), Role.EXECUTOR, Role.ADMIN),
  /** The last word about an order of which nobody reports. */
  RESOLVE("POST", "/api/maestro/intents/([^/]+)/resolve", List.of(), Role.OPERATOR, Role.ADMIN),
  /** Scales what is held of a symbol. */
  SPLIT("POST", "/api/maestro/splits", List.of(), Role.OPERATOR, Role.ADMIN),
  /** Gives what was in the account before to a strategy. */
  ASSIGN("POST", "/api/maestro/assignments", List.of(), Role.OPERATOR, Role.ADMIN),
  /** The kill switch. */
  CONTROL("POST", "/api/maestro/control", List.of(), Role.OPERATOR, Role.ADMIN),
  /** Lets a suspended strategy enter again. */
  REARM("POST", "/api/maestro/rearm", List.of(), Role.OPERATOR, Role.ADMIN),
  /** An account as its broker shows it. */
  ACCOUNT("PUT", "/api/maestro/accounts/([^/]+)", List.of(), Role.FEEDER, Role.ADMIN);

  private final String method;
  private final Pattern path;

  /** Names that its query may have, sorted. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> parameters;

  /** A copy that nobody can change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Role> roles;

  Route(String method, String path, List<String> parameters, Role... roles) {
    this.method = method;
    this.path = Pattern.compile(path);
    this.parameters = parameters;
    this.roles = Set.copyOf(Arrays.asList(roles));
  }

  /**
   * A route and what stands in the place of its parameter.
   *
   * @param argument blank for a route without a parameter
   */
  record Match(Route route, String argument) {}

  /**
   * The route of a request.
   *
   * @throws Problem 404 if there is no such path, 405 if the path is not for this method
   */
  static Match of(String method, String path) throws Problem {
    Set<String> methods = new TreeSet<>();
    for (Route route : values()) {
      Optional<String> argument = route.argument(path);
      if (argument.isPresent() && route.method.equals(method)) {
        return new Match(route, argument.get());
      }
      argument.ifPresent(other -> methods.add(route.method));
    }
    if (methods.isEmpty()) {
      throw Problem.notFound("there is nothing at this path");
    }
    throw Problem.methodNotAllowed(new ArrayList<>(methods));
  }

  /** True if nobody has to say who they are. */
  boolean isOpen() {
    return roles.isEmpty();
  }

  /** True if a member of this role may take it. */
  boolean isFor(Role role) {
    return roles.contains(role);
  }

  /** The names that its query may have, sorted. */
  List<String> parameters() {
    return parameters;
  }

  /** The words of the roles, sorted. */
  List<String> roleWords() {
    return roles.stream().map(Role::word).sorted().toList();
  }

  private Optional<String> argument(String given) {
    Matcher matcher = path.matcher(given);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1));
  }
}
