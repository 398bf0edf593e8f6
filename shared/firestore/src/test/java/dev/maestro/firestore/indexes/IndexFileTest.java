package dev.maestro.firestore.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.firestore.indexes.IndexField.Mode;
import dev.maestro.firestore.rules.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IndexFileTest {
  /** Documents that may vanish by themselves; a policy or an intent must stay. */
  private static final List<String> VANISHING = List.of("input", "items", "signals", "slots");

  private static final IndexFile FILE = IndexFile.read(Root.text("firestore.indexes.json"));

  @Test
  void documents_vanish_by_expires_at_only_where_they_may() {
    List<FieldOverride> vanishing =
        FILE.overrides().stream().filter(FieldOverride::vanishes).toList();

    assertThat(vanishing)
        .extracting(FieldOverride::collection)
        .containsExactlyInAnyOrderElementsOf(VANISHING);
    assertThat(vanishing).extracting(FieldOverride::path).containsOnly("expires_at");
  }

  @Test
  void nothing_is_declared_twice_and_no_composite_index_has_a_single_column() {
    assertThat(FILE.composites()).doesNotHaveDuplicates();
    assertThat(FILE.composites()).allMatch(index -> index.fields().size() > 1);
    assertThat(FILE.overrides().stream().map(o -> o.collection() + " " + o.path()))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_time_of_the_decision_log_stays_an_index_of_its_own() {
    assertThat(FILE.overrides()).noneMatch(override -> override.isAbout("logs", "timestamp"));
  }

  @Test
  void every_map_and_list_of_the_data_model_is_left_out_of_the_indexes() {
    List<String> indexed = new ArrayList<>();
    for (String row : documentRows()) {
      String[] cells = row.split("\\|", -1);
      for (String collection : collections(cells[1])) {
        for (String field : found("`([a-z_]+)` (?:\\[|\\{)", withoutNested(cells[2]))) {
          if (FILE.overrides().stream().noneMatch(o -> o.isAbout(collection, field))) {
            indexed.add(collection + " " + field);
          }
        }
      }
    }
    assertThat(indexed).isEmpty();
  }

  @Test
  void a_query_by_a_field_that_is_left_out_is_missed() {
    IndexFile file =
        IndexFile.read(
            """
            {"indexes": [], "fieldOverrides": [
              {"collectionGroup": "rows", "fieldPath": "a", "indexes": [
                {"order": "ASCENDING", "queryScope": "COLLECTION"},
                {"order": "DESCENDING", "queryScope": "COLLECTION_GROUP"},
                {"arrayConfig": "CONTAINS", "queryScope": "COLLECTION"}]},
              {"collectionGroup": "rows", "fieldPath": "big", "indexes": []}]}
            """);

    assertThat(file.missing(by("rows", false, IndexField.ascending("a")))).isEmpty();
    assertThat(file.missing(by("rows", false, IndexField.descending("a")))).hasSize(1);
    assertThat(file.missing(by("rows", true, IndexField.descending("a")))).isEmpty();
    assertThat(file.missing(by("rows", false, new IndexField("a", Mode.CONTAINS)))).isEmpty();
    assertThat(file.missing(by("rows", false, IndexField.ascending("big.below")))).hasSize(1);
    assertThat(file.missing(by("rows", false, IndexField.ascending("bigger")))).isEmpty();
    assertThat(file.missing(by("rows", true, IndexField.ascending("bigger")))).hasSize(1);
    assertThat(file.missing(by("others", false, IndexField.ascending("big")))).isEmpty();
  }

  private static QueryShape by(String collection, boolean everywhere, IndexField field) {
    return new QueryShape(collection, everywhere, new TreeSet<>(), new TreeSet<>(), List.of(field));
  }

  private static List<String> documentRows() {
    String model = Root.text("docs/data-model.md");
    List<String> rows =
        model
            .substring(model.indexOf("## Documents in Firestore"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    return rows;
  }

  /** The collections of the documents in the first cell of a row. */
  private static Set<String> collections(String cell) {
    Set<String> collections = new TreeSet<>();
    for (String path : found("`([^`]+)`", cell)) {
      String[] segments = path.split("/", -1);
      collections.add(segments[segments.length - 2]);
    }
    return collections;
  }

  /** Only what stands outside of all brackets, and the brackets that open there. */
  private static String withoutNested(String cell) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < cell.length(); i++) {
      if (depth == 0) {
        outside.append(cell.charAt(i));
      }
      depth += "[{".indexOf(cell.charAt(i)) < 0 ? 0 : 1;
      depth -= "]}".indexOf(cell.charAt(i)) < 0 ? 0 : 1;
    }
    return outside.toString();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
