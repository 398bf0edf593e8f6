package dev.maestro.functions.status.route;

import com.google.cloud.functions.HttpRequest;
import dev.maestro.functions.status.http.Query;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose route is known, by anybody.
 *
 * @param arguments what stands in the path, by the names of its template
 * @param query what the route knows of it, nothing else
 * @param now when it came
 */
public record Visit(Map<String, String> arguments, Query query, HttpRequest request, Instant now) {
  /** Keeps its own map. */
  public Visit {
    arguments = Map.copyOf(arguments);
  }

  /** What stands in the path in the place of a name of its template. */
  public String argument(String name) {
    String found = arguments.get(name);
    if (found == null) {
      throw new IllegalArgumentException("the path of this route has no {" + name + "}");
    }
    return found;
  }

  /** A parameter of the query. */
  public Optional<String> query(QueryParameter parameter) {
    return query.get(parameter.name());
  }
}
