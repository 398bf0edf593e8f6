package dev.maestro.engine.form;

import java.util.Optional;

/**
 * Where a value stands, for whoever has to mend it: a document or file, then names and numbers of
 * elements from the outside in.
 *
 * @param outer what it stands in; empty for a document or file itself
 */
public record Place(Optional<Place> outer, String name) {
  /** A document, a file, or a part of one that needs no address. */
  public static Place of(String name) {
    return new Place(Optional.empty(), name);
  }

  /** A field in it. */
  public Place at(String field) {
    return new Place(Optional.of(this), field);
  }

  /** An element of it, counted from 0. */
  public Place at(int element) {
    return new Place(outer, name + "[" + element + "]");
  }

  @Override
  public String toString() {
    String around = outer.map(Place::toString).orElse("");
    return around.isEmpty() ? name : around + " " + name;
  }
}
