package dev.maestro.functions.status.route;

import dev.maestro.engine.limit.CallKind;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One route of the API.
 *
 * @param about what is told of it in openapi.json
 * @param counted as what calls are counted against the limits; empty: they are not
 */
public record Route(
    String method, PathTemplate path, About about, Access access, Optional<CallKind> counted) {
  /**
   * What a route takes and gives.
   *
   * @param summary one sentence
   * @param parameters that its query may have, by name
   * @param body empty: it has none
   * @param answer of 200
   * @param contentType of 200
   */
  public record About(
      String summary,
      List<QueryParameter> parameters,
      Optional<Shape> body,
      Shape answer,
      String contentType) {
    /** Keeps its own list. */
    public About {
      parameters = List.copyOf(parameters);
    }

    /** The names that a query may have, sorted. */
    public List<String> names() {
      return parameters.stream().map(QueryParameter::name).sorted().toList();
    }
  }

  /** A route that reads. */
  public static Draft get(String path, String summary) {
    return new Draft("GET", path, summary);
  }

  /** A route that does something. */
  public static Draft post(String path, String summary) {
    return new Draft("POST", path, summary);
  }

  /** A route that puts one thing in the place of what is there. */
  public static Draft put(String path, String summary) {
    return new Draft("PUT", path, summary);
  }

  /** {@code GET /api/maestro/intents/{nonce}}. */
  public String name() {
    return method + " " + path.text();
  }

  /** A route of which it is not yet said who answers. */
  public static final class Draft {
    private final String method;
    private final PathTemplate path;
    private About about;
    private Optional<CallKind> counted;

    private Draft(String method, String path, String summary) {
      this.method = method;
      this.path = new PathTemplate(path);
      this.counted = Optional.of(method.equals("GET") ? CallKind.READ : CallKind.WRITE);
      this.about =
          new About(
              summary, List.of(), Optional.empty(), Shape.object().open(), "application/json");
    }

    /** Its query may have these parameters. */
    public Draft query(QueryParameter... parameters) {
      about =
          new About(
              about.summary(),
              List.of(parameters),
              about.body(),
              about.answer(),
              about.contentType());
      return this;
    }

    /** Its body is such an object. */
    public Draft takes(Shape body) {
      about =
          new About(
              about.summary(),
              about.parameters(),
              Optional.of(body),
              about.answer(),
              about.contentType());
      return this;
    }

    /** Its answer is such an object. */
    public Draft gives(Shape answer) {
      about =
          new About(about.summary(), about.parameters(), about.body(), answer, about.contentType());
      return this;
    }

    /** Its answer is text of this type, not JSON. */
    public Draft givesText(String contentType) {
      about = new About(about.summary(), about.parameters(), about.body(), Shape.TEXT, contentType);
      return this;
    }

    /** Executors live on it: it has a limit of its own. */
    public Draft order() {
      counted = Optional.of(CallKind.ORDER);
      return this;
    }

    /** Nobody is ever refused for the number of calls: it stops trading. */
    public Draft uncounted() {
      counted = Optional.empty();
      return this;
    }

    /** For anybody; there is no caller whose calls could be counted. */
    public Route open(Access.OpenHandler handler) {
      return new Route(method, path, about, new Access.Open(handler), Optional.empty());
    }

    /** For members of these roles. */
    public Route to(Set<Role> roles, Access.MemberHandler handler) {
      return new Route(method, path, about, new Access.Members(roles, handler), counted);
    }
  }
}
