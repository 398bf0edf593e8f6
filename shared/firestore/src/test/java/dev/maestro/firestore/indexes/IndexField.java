package dev.maestro.firestore.indexes;

/**
 * One column of an index.
 *
 * @param path of the field, dots between the keys of maps
 */
record IndexField(String path, Mode mode) {
  /** The id of the document, last column of every index. */
  static final String NAME = "__name__";

  /** How the values of a column are kept. */
  enum Mode {
    /** Smallest first. */
    ASCENDING,
    /** Largest first. */
    DESCENDING,
    /** The elements of a list, each on its own. */
    CONTAINS
  }

  static IndexField ascending(String path) {
    return new IndexField(path, Mode.ASCENDING);
  }

  static IndexField descending(String path) {
    return new IndexField(path, Mode.DESCENDING);
  }

  @Override
  public String toString() {
    return path + " " + mode;
  }
}
