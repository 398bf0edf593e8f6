package dev.maestro.firestore.indexes;

import java.util.List;

/**
 * What is kept of a single field instead of what is kept of every field.
 *
 * @param path of the field; what is below it in a map follows it
 * @param vanishes true if a document vanishes when the time in this field has passed
 * @param inCollection indexes for queries of one collection
 * @param everywhere indexes for queries of all collections of that name
 */
record FieldOverride(
    String collection,
    String path,
    boolean vanishes,
    List<IndexField.Mode> inCollection,
    List<IndexField.Mode> everywhere) {

  /** True if it says what is kept of this field. */
  boolean isAbout(String name, String field) {
    return collection.equals(name) && (field.equals(path) || field.startsWith(path + "."));
  }
}
