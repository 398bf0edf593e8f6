package dev.maestro.firestore.indexes;

import dev.maestro.firestore.indexes.IndexField.Mode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An index over several fields of a collection.
 *
 * @param everywhere true if it covers all collections of that name at once
 */
record CompositeIndex(String collection, boolean everywhere, List<IndexField> fields) {
  /**
   * True if the query can be answered from it: first the columns that are equal, in any order and
   * direction, then those of the order exactly. An index is not read backwards.
   */
  boolean serves(QueryShape query) {
    int head = query.equal().size() + query.lists().size();
    return collection.equals(query.collection())
        && everywhere == query.everywhere()
        && fields.size() == head + query.order().size()
        && fields.subList(head, fields.size()).equals(query.order())
        && paths(head, false).equals(query.equal())
        && paths(head, true).equals(query.lists());
  }

  private SortedSet<String> paths(int head, boolean ofLists) {
    SortedSet<String> paths = new TreeSet<>();
    fields.subList(0, head).stream()
        .filter(field -> (field.mode() == Mode.CONTAINS) == ofLists)
        .forEach(field -> paths.add(field.path()));
    return paths;
  }

  @Override
  public String toString() {
    return (everywhere ? "all " : "") + collection + " " + fields;
  }
}
