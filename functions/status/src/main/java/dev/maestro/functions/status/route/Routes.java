package dev.maestro.functions.status.route;

import com.google.cloud.functions.HttpRequest;
import dev.maestro.functions.status.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The routes of the API.
 *
 * @param all in the order in which they are told; no request fits two of them
 */
public record Routes(List<Route> all) {
  /** Checks that every request has at most one route. */
  public Routes {
    all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      for (Route other : all.subList(i + 1, all.size())) {
        if (all.get(i).method().equals(other.method()) && all.get(i).path().meets(other.path())) {
          throw new IllegalArgumentException(
              all.get(i).name() + " and " + other.name() + " fit the same request");
        }
      }
    }
  }

  /**
   * A route, and what stands in the path in the places of its names.
   *
   * @param arguments by name
   */
  public record Match(Route route, Map<String, String> arguments) {
    /** Keeps its own map. */
    public Match {
      arguments = Map.copyOf(arguments);
    }
  }

  /**
   * The route of a request.
   *
   * @throws Problem 404 if there is no such path, 405 if the path is not for this method
   */
  public Match of(HttpRequest request) throws Problem {
    return of(request.getMethod(), request.getUri());
  }

  /**
   * The same for a method and a path.
   *
   * @throws Problem the same
   */
  public Match of(String method, String address) throws Problem {
    List<String> parts =
        RequestPath.of(address)
            .orElseThrow(() -> Problem.notFound("no route has such a path: use no encoded slash"));
    Set<String> methods = new TreeSet<>();
    for (Route route : all) {
      Optional<Map<String, String>> arguments = route.path().match(parts);
      if (arguments.isPresent() && route.method().equals(method)) {
        return new Match(route, arguments.get());
      }
      arguments.ifPresent(other -> methods.add(route.method()));
    }
    if (methods.isEmpty()) {
      throw Problem.notFound("there is nothing at this path");
    }
    throw Problem.methodNotAllowed(new ArrayList<>(methods));
  }
}
