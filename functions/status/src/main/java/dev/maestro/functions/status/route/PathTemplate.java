package dev.maestro.functions.status.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A path of the API: {@code /api/maestro/intents/{nonce}}. What stands in braces is one part that
 * is not blank, under that name.
 */
public record PathTemplate(String text) {
  /** Checks it. */
  public PathTemplate {
    if (!text.matches("(/([A-Za-z0-9_.-]+|\\{[a-z_]+}))+")) {
      throw new IllegalArgumentException(
          "a path must be like /api/maestro/intents/{nonce}, got '" + text + "'");
    }
  }

  /** The names in braces, in order. */
  public List<String> names() {
    return parts().stream().filter(PathTemplate::isName).map(PathTemplate::name).toList();
  }

  /** What stands in the place of each name; empty if the path is another. */
  Optional<Map<String, String>> match(List<String> given) {
    List<String> parts = parts();
    if (parts.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> arguments = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!isName(parts.get(i))) {
        if (!parts.get(i).equals(given.get(i))) {
          return Optional.empty();
        }
      } else if (given.get(i).isEmpty()) {
        return Optional.empty();
      } else {
        arguments.put(name(parts.get(i)), given.get(i));
      }
    }
    return Optional.of(arguments);
  }

  /** True if some path is both. */
  boolean meets(PathTemplate other) {
    List<String> mine = parts();
    List<String> others = other.parts();
    if (mine.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      String one = mine.get(i);
      String two = others.get(i);
      if (!isName(one) && !isName(two) && !one.equals(two)) {
        return false;
      }
    }
    return true;
  }

  private List<String> parts() {
    return List.of(text.substring(1).split("/", -1));
  }

  private static boolean isName(String part) {
    return part.startsWith("{");
  }

  private static String name(String part) {
    return part.substring(1, part.length() - 1);
  }
}
