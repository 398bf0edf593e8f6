package dev.maestro.engine.archive.value;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A record, as a map of its components; their constructor reads it, so that what breaks a rule of
 * the record is refused. A record that wraps one text or number is written as that.
 */
final class RecordCodec implements ValueCodec {
  private final Class<?> type;
  private final Constructor<?> constructor;
  private final List<Component> components;
  private final boolean isWrapper;

  private record Component(String name, Method accessor, ValueCodec codec) {}

  private RecordCodec(Class<?> type, List<Component> components, boolean isWrapper) {
    this.type = type;
    this.constructor = constructor(type);
    this.components = components;
    this.isWrapper = isWrapper;
  }

  static RecordCodec of(Class<?> type, Function<RecordComponent, ValueCodec> codecs) {
    RecordComponent[] declared = type.getRecordComponents();
    List<Component> components =
        Arrays.stream(declared)
            .map(part -> new Component(part.getName(), accessor(part), codecs.apply(part)))
            .toList();
    boolean isWrapper =
        declared.length == 1
            && (declared[0].getType().isPrimitive() || ValueCodecs.isLeaf(declared[0].getType()));
    return new RecordCodec(type, components, isWrapper);
  }

  @Override
  public Object write(Object value) {
    if (isWrapper) {
      return components.get(0).codec().write(part(components.get(0), value));
    }
    Map<String, Object> written = new TreeMap<>();
    for (Component component : components) {
      written.put(component.name(), component.codec().write(part(component, value)));
    }
    return written;
  }

  @Override
  public Object read(Object plain, String place) {
    Object[] parts = new Object[components.size()];
    if (isWrapper) {
      parts[0] = components.get(0).codec().read(plain, place);
      return made(parts, place);
    }
    if (!(plain instanceof Map<?, ?> map)) {
      throw new UnusableValueException(place, "a " + type.getSimpleName() + " is needed");
    }
    for (int i = 0; i < parts.length; i++) {
      Component component = components.get(i);
      String inner = place.isEmpty() ? component.name() : place + "." + component.name();
      Object given = map.get(component.name());
      if (given == null) {
        throw new UnusableValueException(inner, "it is missing");
      }
      parts[i] = component.codec().read(given, inner);
    }
    refuseOthers(map, place);
    return made(parts, place);
  }

  private void refuseOthers(Map<?, ?> map, String place) {
    if (map.size() != components.size()) {
      List<String> known = components.stream().map(Component::name).toList();
      throw new UnusableValueException(
          place,
          "unknown names "
              + map.keySet().stream().filter(name -> !known.contains(name)).sorted().toList());
    }
  }

  private Object made(Object[] parts, String place) {
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException refused) {
      Throwable cause = Objects.requireNonNullElse(refused.getCause(), refused);
      throw new UnusableValueException(place, String.valueOf(cause.getMessage()));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(type.getName(), impossible);
    }
  }

  private static Object part(Component component, Object value) {
    try {
      return component.accessor().invoke(value);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(component.name(), impossible);
    }
  }

  private static Method accessor(RecordComponent part) {
    Method accessor = part.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(type.getName(), impossible);
    }
  }
}
