package dev.maestro.firestore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.Paths;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulesFileTest {
  /** A segment that stands for any: what a wildcard, a placeholder or an argument becomes. */
  private static final String ANY = "*";

  private static final String SAMPLE = "SAMPLE";
  private static final Map<Class<?>, Object> SAMPLES =
      Map.of(
          String.class,
          SAMPLE,
          TenantId.class,
          new TenantId(SAMPLE),
          Uid.class,
          new Uid(SAMPLE),
          Symbol.class,
          new Symbol(SAMPLE),
          AccountId.class,
          new AccountId(SAMPLE),
          Nonce.class,
          new Nonce(SAMPLE),
          Instant.class,
          Instant.EPOCH,
          LocalDate.class,
          LocalDate.EPOCH);

  private static final String ROOT_MATCH = "/databases/{database}/documents";

  private final String rules = Root.text("firestore.rules");
  private final AccessTable table = AccessTable.read();

  @Test
  void no_rule_covers_all_paths_and_none_lets_anybody_write() {
    assertThat(rules).doesNotContain("=**");
    assertThat(found("allow ([a-z, ]+)", rules)).containsOnly("read", "get");
  }

  @Test
  void each_collection_has_one_match_and_each_match_stands_in_the_table() {
    List<String> matches = new ArrayList<>(found("match (/\\S+) \\{", rules));
    matches.remove(ROOT_MATCH);
    List<String> shapes = matches.stream().map(match -> shape(match.substring(1))).toList();
    assertThat(shapes).doesNotHaveDuplicates();
    assertThat(table.readablePaths())
        .allSatisfy(
            path -> assertThat(shapes.stream().filter(shape -> covers(shape, path))).hasSize(1));
    assertThat(shapes)
        .allSatisfy(
            shape -> assertThat(table.readablePaths()).anyMatch(path -> covers(shape, path)));
  }

  @Test
  void every_path_that_the_code_knows_stands_in_the_table() throws ReflectiveOperationException {
    List<String> known = new ArrayList<>();
    for (Field constant : Paths.class.getFields()) {
      known.add((String) constant.get(null));
    }
    for (Method method : Paths.class.getDeclaredMethods()) {
      boolean isPath =
          Modifier.isPublic(method.getModifiers())
              && method.getReturnType() == String.class
              && !method.getName().equals("of");
      if (isPath) {
        known.add((String) method.invoke(null, arguments(method)));
      }
    }
    assertThat(known).hasSizeGreaterThan(10).allSatisfy(this::standsInTheTable);
  }

  @Test
  void every_document_of_the_data_model_stands_in_the_table() {
    String model = Root.text("docs/data-model.md");
    String documents = model.substring(model.indexOf("## Documents in Firestore"));
    List<String> rows = documents.lines().filter(line -> line.startsWith("| `")).toList();
    Set<String> paths = new TreeSet<>();
    rows.forEach(
        row -> paths.addAll(found("`((?:users|tenants|systemStatus)/[^`]*)`", firstCell(row))));
    assertThat(paths).hasSizeGreaterThan(20).allSatisfy(this::standsInTheTable);
  }

  @Test
  void the_page_on_security_names_every_document_that_somebody_may_read() {
    String page = Root.text("docs/security.md");
    Set<String> documented = new TreeSet<>();
    found("`((?:users|tenants|systemStatus)/[^`]*)`", page)
        .forEach(path -> documented.add(shape(path)));
    assertThat(table.readablePaths())
        .allSatisfy(path -> assertThat(documented).anyMatch(shape -> covers(shape, path)));
  }

  /** A document, or a collection with a document in it. */
  private void standsInTheTable(String path) {
    String shape = shape(path);
    boolean isCollection = shape.split("/", -1).length % 2 == 1;
    String document = isCollection ? shape + "/" + ANY : shape;
    assertThat(table.paths()).as(path).anyMatch(known -> covers(document, known));
  }

  private static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(SAMPLES::get).toArray();
  }

  private static boolean covers(String shape, String path) {
    return path.matches(Pattern.quote(shape).replace(ANY, "\\E[^/]+\\Q"));
  }

  /** The path with a star for every segment that holds a placeholder. */
  private static String shape(String path) {
    return String.join(
        "/", Arrays.stream(path.split("/", -1)).map(part -> isOpen(part) ? ANY : part).toList());
  }

  private static boolean isOpen(String part) {
    return part.contains("{") || part.contains(SAMPLE);
  }

  private static String firstCell(String row) {
    return row.split("\\|", -1)[1];
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
