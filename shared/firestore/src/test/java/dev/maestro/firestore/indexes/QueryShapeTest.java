package dev.maestro.firestore.indexes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Filter;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.Query.Direction;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StoreAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryShapeTest {
  /** Never called: a query is made without a connection. */
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(StoreAddress.emulated("demo-shapes", "127.0.0.1:1"), new IoMeter());

  private static final Query ROWS = FIRESTORE.collection("rows");
  private static final FieldPath NAME = FieldPath.documentId();

  static Stream<Arguments> answeredFromSingleFields() {
    return Stream.of(
        arguments("everything", ROWS),
        arguments("one equality", ROWS.whereEqualTo("a", 1)),
        arguments("equalities are merged", ROWS.whereEqualTo("a", 1).whereEqualTo("b", 2)),
        arguments("null is an equality", ROWS.whereEqualTo("a", null).whereEqualTo("b", 2)),
        arguments("one of several values", ROWS.whereIn("a", List.of(1, 2))),
        arguments("an element", ROWS.whereArrayContains("a", 1)),
        arguments("an order", ROWS.orderBy("a", Direction.DESCENDING)),
        arguments("a range", ROWS.whereGreaterThan("a", 1).whereLessThan("a", 9)),
        arguments(
            "a range in its order", ROWS.whereLessThan("a", 9).orderBy("a", Direction.DESCENDING)),
        arguments("by name", ROWS.orderBy(NAME)),
        arguments("an order, then by name", ROWS.orderBy("a").orderBy(NAME)),
        arguments("an equality by name", ROWS.whereEqualTo("a", 1).orderBy(NAME)),
        arguments(
            "an equality from a name on", ROWS.whereEqualTo("a", 1).whereGreaterThan(NAME, "m")),
        arguments("the order of what is equal", ROWS.whereEqualTo("a", 1).orderBy("a")));
  }

  static Stream<Arguments> needingAComposite() {
    return Stream.of(
        arguments(
            "an equality and an order",
            ROWS.whereEqualTo("a", 1).orderBy("t"),
            "a ASCENDING, t ASCENDING"),
        arguments(
            "downwards",
            ROWS.whereEqualTo("a", 1).orderBy("t", Direction.DESCENDING),
            "a ASCENDING, t DESCENDING"),
        arguments(
            "an equality and a range",
            ROWS.whereEqualTo("a", 1).whereLessThan("t", 9),
            "a ASCENDING, t ASCENDING"),
        arguments(
            "one of several, and an order",
            ROWS.whereIn("a", List.of(1, 2)).orderBy("t"),
            "a ASCENDING, t ASCENDING"),
        arguments(
            "an element and an equality",
            ROWS.whereArrayContains("l", 1).whereEqualTo("a", 1),
            "a ASCENDING, l CONTAINS"),
        arguments(
            "an element and an order",
            ROWS.whereArrayContains("l", 1).orderBy("t"),
            "l CONTAINS, t ASCENDING"),
        arguments("two orders", ROWS.orderBy("a").orderBy("t"), "a ASCENDING, t ASCENDING"),
        arguments(
            "other than, and an order",
            ROWS.whereNotEqualTo("a", 1).orderBy("a").orderBy("t"),
            "a ASCENDING, t ASCENDING"),
        arguments(
            "two ranges",
            ROWS.whereLessThan("a", 1).whereLessThan("t", 1),
            "a ASCENDING, t ASCENDING"),
        arguments(
            "by name, downwards", ROWS.orderBy(NAME, Direction.DESCENDING), "__name__ DESCENDING"),
        arguments(
            "down, then up by name",
            ROWS.orderBy("t", Direction.DESCENDING).orderBy(NAME),
            "t DESCENDING, __name__ ASCENDING"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answeredFromSingleFields")
  void the_indexes_of_single_fields_do(String name, Query query) {
    assertThat(shape(query).needsComposite()).as(name).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("needingAComposite")
  void a_composite_index_is_needed_and_only_the_right_one_serves(
      String name, Query query, String columns) {
    QueryShape shape = shape(query);

    assertThat(shape.needsComposite()).as(name).isTrue();
    assertThat(index("rows", false, columns).serves(shape)).as(name).isTrue();
    assertThat(index("rows", true, columns).serves(shape)).isFalse();
    assertThat(index("others", false, columns).serves(shape)).isFalse();
    assertThat(index("rows", false, columns + ", z ASCENDING").serves(shape)).isFalse();
  }

  @Test
  void an_index_is_not_read_backwards_and_its_equal_columns_come_first_in_any_order() {
    QueryShape shape =
        shape(ROWS.whereEqualTo("a", 1).whereEqualTo("b", 2).orderBy("t", Direction.DESCENDING));

    assertThat(index("rows", false, "a ASCENDING, b ASCENDING, t DESCENDING").serves(shape))
        .isTrue();
    assertThat(index("rows", false, "b DESCENDING, a ASCENDING, t DESCENDING").serves(shape))
        .isTrue();
    assertThat(index("rows", false, "a ASCENDING, b ASCENDING, t ASCENDING").serves(shape))
        .isFalse();
    assertThat(index("rows", false, "a ASCENDING, t DESCENDING, b ASCENDING").serves(shape))
        .isFalse();
    assertThat(index("rows", false, "a ASCENDING, t DESCENDING").serves(shape)).isFalse();
  }

  @Test
  void alternatives_are_refused_because_each_needs_an_index_of_its_own() {
    Query either = ROWS.where(Filter.or(Filter.equalTo("a", 1), Filter.equalTo("b", 1)));

    assertThatThrownBy(() -> shape(either)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void all_collections_of_a_name_are_another_shape() {
    assertThat(shape(FIRESTORE.collectionGroup("rows")).everywhere()).isTrue();
    assertThat(shape(FIRESTORE.collection("deep/below/rows")).collection()).isEqualTo("rows");
  }

  private static QueryShape shape(Query query) {
    return QueryShape.of(query.toProto().getStructuredQuery());
  }

  private static CompositeIndex index(String collection, boolean everywhere, String columns) {
    List<IndexField> fields =
        Stream.of(columns.split(", ", -1))
            .map(column -> column.split(" ", -1))
            .map(parts -> new IndexField(parts[0], IndexField.Mode.valueOf(parts[1])))
            .toList();
    return new CompositeIndex(collection, everywhere, fields);
  }
}
