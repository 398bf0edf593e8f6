package dev.maestro.firestore.indexes;

import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.StructuredQuery.CollectionSelector;
import com.google.firestore.v1.StructuredQuery.CompositeFilter;
import com.google.firestore.v1.StructuredQuery.Direction;
import com.google.firestore.v1.StructuredQuery.FieldFilter;
import com.google.firestore.v1.StructuredQuery.Filter;
import com.google.firestore.v1.StructuredQuery.UnaryFilter;
import dev.maestro.firestore.indexes.IndexField.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a query decides which index it needs in production; the emulator needs none.
 *
 * <p>Firestore answers equalities alone by merging the indexes it keeps of each single field. An
 * order or a range together with an equality on another field, a membership in a list together with
 * an equality, and orders by several fields need a composite index. Every index ends with the name
 * of the document in the direction of the column before it, so that order costs nothing.
 *
 * @param collection last segment of its path
 * @param everywhere true for all collections of that name
 * @param equal fields compared with {@code ==}, {@code in}, null or NaN
 * @param lists fields asked for an element
 * @param order the columns the answer is sorted by, ranges included
 */
record QueryShape(
    String collection,
    boolean everywhere,
    SortedSet<String> equal,
    SortedSet<String> lists,
    List<IndexField> order) {

  /**
   * The shape of a query.
   *
   * @throws IllegalArgumentException for alternatives (OR): each branch would need an index
   */
  static QueryShape of(StructuredQuery query) {
    if (query.getFromCount() != 1) {
      throw new IllegalArgumentException("a query has one collection, got " + query);
    }
    CollectionSelector from = query.getFrom(0);
    Fields fields = new Fields();
    if (query.hasWhere()) {
      fields.take(query.getWhere());
    }
    return new QueryShape(
        from.getCollectionId(),
        from.getAllDescendants(),
        fields.equal,
        fields.lists,
        fields.order(query.getOrderByList()));
  }

  /** True if the indexes of single fields do not do. */
  boolean needsComposite() {
    int columns = equal.size() + lists.size() + order.size();
    boolean merges = order.isEmpty() && lists.isEmpty();
    boolean isByName = order.size() == 1 && order.get(0).path().equals(IndexField.NAME);
    return isByName || (columns > 1 && !merges);
  }

  /** The indexes of single fields it is answered from where no composite one is needed. */
  List<IndexField> singles() {
    List<IndexField> singles = new ArrayList<>();
    equal.forEach(field -> singles.add(IndexField.ascending(field)));
    lists.forEach(field -> singles.add(new IndexField(field, Mode.CONTAINS)));
    singles.addAll(order);
    return singles;
  }

  @Override
  public String toString() {
    return (everywhere ? "all " : "")
        + collection
        + " == "
        + equal
        + " has "
        + lists
        + " by "
        + order;
  }

  /** The fields of the filters, by what is asked of them. */
  private static final class Fields {
    private final SortedSet<String> equal = new TreeSet<>();
    private final SortedSet<String> lists = new TreeSet<>();
    private final SortedSet<String> ranges = new TreeSet<>();

    void take(Filter filter) {
      switch (filter.getFilterTypeCase()) {
        case COMPOSITE_FILTER -> takeAll(filter.getCompositeFilter());
        case FIELD_FILTER -> take(filter.getFieldFilter());
        case UNARY_FILTER -> take(filter.getUnaryFilter());
        default -> throw new IllegalArgumentException("an empty filter");
      }
    }

    private void takeAll(CompositeFilter all) {
      if (all.getOp() != CompositeFilter.Operator.AND) {
        throw new IllegalArgumentException("alternatives need an index each, got " + all);
      }
      all.getFiltersList().forEach(this::take);
    }

    private void take(FieldFilter filter) {
      String field = filter.getField().getFieldPath();
      switch (filter.getOp()) {
        case EQUAL, IN -> equal.add(field);
        case ARRAY_CONTAINS, ARRAY_CONTAINS_ANY -> lists.add(field);
        default -> ranges.add(field);
      }
    }

    private void take(UnaryFilter filter) {
      String field = filter.getField().getFieldPath();
      switch (filter.getOp()) {
        case IS_NULL, IS_NAN -> equal.add(field);
        default -> ranges.add(field);
      }
    }

    /** Ranges sort too; a column that is equal everywhere does not; the name at the end is free. */
    List<IndexField> order(List<StructuredQuery.Order> asked) {
      List<IndexField> order = new ArrayList<>();
      for (StructuredQuery.Order by : asked) {
        boolean isDown = by.getDirection() == Direction.DESCENDING;
        order.add(new IndexField(by.getField().getFieldPath(), mode(isDown)));
      }
      Mode last = order.isEmpty() ? Mode.ASCENDING : order.get(order.size() - 1).mode();
      ranges.stream()
          .filter(range -> order.stream().noneMatch(by -> by.path().equals(range)))
          .forEach(range -> order.add(new IndexField(range, last)));
      order.removeIf(by -> equal.contains(by.path()));
      equal.remove(IndexField.NAME);
      return withoutFreeName(order);
    }

    private static Mode mode(boolean isDown) {
      return isDown ? Mode.DESCENDING : Mode.ASCENDING;
    }
  }

  /** Leaves out the name of the document where every index ends with it anyway. */
  static List<IndexField> withoutFreeName(List<IndexField> order) {
    int last = order.size() - 1;
    Mode free = last > 0 ? order.get(last - 1).mode() : Mode.ASCENDING;
    boolean isFree = last >= 0 && order.get(last).equals(new IndexField(IndexField.NAME, free));
    return List.copyOf(isFree ? order.subList(0, last) : order);
  }
}
