package dev.maestro.functions.status.shape;

import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.form.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a value in a body or an answer looks like, as JSON Schema 2020-12 writes it. It describes
 * and does not read: a body is read by its form.
 *
 * @param schema as it stands in openapi.json
 */
public record Shape(Written schema) {
  private static final String TYPE = "type";
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";
  private static final String OTHERS = "additionalProperties";

  /** Anything, null too. */
  public static final Shape ANY = new Shape(Written.NOTHING);

  /** Text; money, weights, quantities and nonces among it. */
  public static final Shape TEXT = of("string");

  /** A JSON number; never money. */
  public static final Shape NUMBER = of("number");

  /** A whole number. */
  public static final Shape WHOLE = of("integer");

  /** True or false. */
  public static final Shape FLAG = of("boolean");

  /** A time of UTC with milliseconds. */
  public static final Shape TIME = of("string").with("format", "date-time");

  /** A day. */
  public static final Shape DAY = of("string").with("format", "date");

  /** A figure that a caller sends as a JSON number or as text. */
  public static final Shape FIGURE = new Shape(Written.of(TYPE, List.of("number", "string")));

  private static Shape of(String type) {
    return new Shape(Written.of(TYPE, type));
  }

  /** One of the words of an enum. */
  public static <E extends Enum<E>> Shape word(Class<E> words) {
    return oneOf(Arrays.stream(words.getEnumConstants()).map(Enum::name).toArray(String[]::new));
  }

  /** One of these words. */
  public static Shape oneOf(String... words) {
    return TEXT.with("enum", List.of(words));
  }

  /** A whole number in a range, both ends in it. */
  public static Shape whole(int from, int to) {
    return WHOLE.with("minimum", from).with("maximum", to);
  }

  /** A list of such values. */
  public static Shape list(Shape of) {
    return of("array").with("items", of.schema());
  }

  /** Such values under names that the tenant gives. */
  public static Shape map(Shape of) {
    return of("object").with(OTHERS, of.schema());
  }

  /** An object that has no other fields than those that follow. */
  public static Shape object() {
    return of("object").with(PROPERTIES, Written.NOTHING).with(OTHERS, false);
  }

  /** An entry that nobody can show: its id, and why. */
  public static Shape unreadable(String key) {
    return object().has(key, TEXT).has("unreadable", TEXT);
  }

  /**
   * A page of a list.
   *
   * @param key under which an entry has its id
   * @param entry one that can be shown; the others say why not
   */
  public static Shape page(String name, String key, Shape entry) {
    return object()
        .has(name, list(entry.or(unreadable(key))))
        .has("next", TEXT.orNull().says("The 'before' of the page after this one; null: none"));
  }

  /** What a form writes: each of its names, null where there is nothing. */
  public static Shape of(Form<?> form) {
    Shape shape = object();
    for (String name : form.names()) {
      shape = shape.has(name, ANY);
    }
    return shape.says(form.rule());
  }

  /** The same words in any case, too. */
  public static <E extends Enum<E>> Shape spoken(Class<E> words) {
    return TEXT.says("one of " + Words.list(words) + ", in any case");
  }

  /** The same, and a field that is always there. */
  public Shape has(String name, Shape shape) {
    List<Object> required = new ArrayList<>(listed(REQUIRED));
    required.add(name);
    return may(name, shape).with(REQUIRED, required);
  }

  /** The same, and a field that may be absent. */
  public Shape may(String name, Shape shape) {
    TreeMap<String, Object> all = new TreeMap<>();
    schema.get(PROPERTIES).ifPresent(known -> copy(known, all));
    all.put(name, shape.schema().values());
    return with(PROPERTIES, all);
  }

  /** The same, and other fields may stand beside those. */
  public Shape open() {
    return with(OTHERS, true);
  }

  /** The same, or null. */
  public Shape orNull() {
    return new Shape(Written.of("anyOf", List.of(schema, Written.of(TYPE, "null"))));
  }

  /** This, or the other. */
  public Shape or(Shape other) {
    return new Shape(Written.of("anyOf", List.of(schema, other.schema())));
  }

  /** The same, with words for people. */
  public Shape says(String description) {
    return with("description", description);
  }

  private Shape with(String name, Object value) {
    return new Shape(schema.with(name, value));
  }

  private List<?> listed(String name) {
    return schema.get(name).map(List.class::cast).orElse(List.of());
  }

  private static void copy(Object known, TreeMap<String, Object> into) {
    ((Map<?, ?>) known).forEach((name, value) -> into.put(String.valueOf(name), value));
  }
}
