package dev.maestro.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is shown of a value to people and programs: each name once, in order, with what stands under
 * it. Unlike a {@link Form} nobody reads it back.
 *
 * @param <T> the value
 */
public final class View<T> {
  private final List<Part<T>> parts;

  /** A part of a value, written beside those before it. */
  @FunctionalInterface
  private interface Part<T> {
    void write(T value, Map<String, Object> shown);
  }

  private View(List<Part<T>> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A view that shows nothing yet. */
  public static <T> View<T> empty() {
    return new View<>(List.of());
  }

  /** The view that fits each value. */
  public static <T> View<T> choice(Function<T, View<T>> view) {
    return new View<>(List.of((value, shown) -> shown.putAll(view.apply(value).write(value))));
  }

  /** A view of some fields of a form. */
  @SafeVarargs
  public static <T> View<T> of(Field<T, ?>... fields) {
    View<T> view = empty();
    for (Field<T, ?> field : fields) {
      view = view.with(field.name(), field::of);
    }
    return view;
  }

  /** The same view, and one more field; its value may be anything that {@link Plain} knows. */
  public View<T> with(String name, Function<T, ?> of) {
    return and((value, shown) -> Plain.put(shown, name, of.apply(value)));
  }

  /** The same view, and a field that is left out where there is nothing. */
  public View<T> ifPresent(String name, Function<T, ?> of) {
    return and((value, shown) -> Plain.putPresent(shown, name, of.apply(value)));
  }

  /** The same view, and all fields of a part of the value. */
  public <P> View<T> all(Form<P> form, Function<T, P> of) {
    return and((value, shown) -> shown.putAll(form.write(of.apply(value))));
  }

  /** The same view, and all that is shown of a part of the value. */
  public <P> View<T> all(View<P> view, Function<T, P> of) {
    return and((value, shown) -> shown.putAll(view.write(of.apply(value))));
  }

  /** The plain fields of a value. */
  public Map<String, Object> write(T value) {
    Map<String, Object> shown = new LinkedHashMap<>(parts.size() * 2);
    for (Part<T> part : parts) {
      part.write(value, shown);
    }
    return shown;
  }

  /** The same, to be handed on. */
  public Written written(T value) {
    return Written.owning(write(value));
  }

  private View<T> and(Part<T> part) {
    List<Part<T>> more = new ArrayList<>(parts);
    more.add(part);
    return new View<>(more);
  }
}
