package dev.maestro.functions.status.route;

import dev.maestro.functions.status.shape.Shape;

/**
 * A parameter that the query of a route may have; none has to be given.
 *
 * @param shape of its text, with its range; whoever uses the value refuses what lies outside
 * @param description one sentence
 */
public record QueryParameter(String name, Shape shape, String description) {
  /** How many entries a page has. */
  public static final QueryParameter LIMIT =
      new QueryParameter(
          "limit", Shape.whole(1, 200), "How many entries at most; 50 if it is left out");

  /** Where a page begins. */
  public static final QueryParameter BEFORE =
      new QueryParameter(
          "before", Shape.TEXT, "The 'next' of the page before; the newest if it is left out");
}
