package dev.maestro.functions.status.http;

import com.google.cloud.functions.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The query of a request. A parameter that the route does not know, or one that comes twice, is
 * refused: whoever misspells {@code before} would read the first page for ever.
 *
 * @param values by name
 */
public record Query(Map<String, String> values) {
  /** Keeps its own map. */
  public Query {
    values = Map.copyOf(values);
  }

  /**
   * Reads it.
   *
   * @param known the names that it may have, sorted
   * @throws Problem 400 if it cannot be decoded, 422 for a parameter that cannot be taken
   */
  public static Query of(HttpRequest request, List<String> known) throws Problem {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, List<String>> parameter : decoded(request).entrySet()) {
      String name = parameter.getKey();
      if (!known.contains(name)) {
        throw Problem.refused(name, "there is no parameter '" + name + "' here; " + words(known));
      }
      if (parameter.getValue().size() != 1) {
        throw Problem.refused(name, name + " must be given once");
      }
      values.put(name, parameter.getValue().get(0));
    }
    return new Query(values);
  }

  /** The value of a parameter. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The framework has no type of its own for what it cannot decode. */
  private static Map<String, List<String>> decoded(HttpRequest request) throws Problem {
    try {
      return request.getQueryParameters();
    } catch (RuntimeException undecodable) {
      throw Problem.badQuery();
    }
  }

  private static String words(List<String> known) {
    return known.isEmpty() ? "the path has none" : "the path has " + String.join(", ", known);
  }
}
