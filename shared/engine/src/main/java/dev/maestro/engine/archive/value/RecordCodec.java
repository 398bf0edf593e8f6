package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A record, as a map of its components; their constructor reads it, so that what breaks a rule of
 * the record is refused. A record that wraps one text or number is written as that.
 */
final class RecordCodec implements ValueCodec {
  private static final MethodType ACCESSOR = MethodType.genericMethodType(1);

  private final Class<?> type;
  private final Constructor<?> constructor;
  private final List<Component> components;
  private final List<NamedPart> written;
  private final boolean isWrapper;

  private record Component(String name, MethodHandle accessor, ValueCodec codec) {}

  /** A component in the order of names, and what stands before its value. */
  private static final class NamedPart {
    private final byte[] lead;
    private final Component component;

    private NamedPart(Component component, boolean isFirst) {
      CanonicalBytes name = new CanonicalBytes(component.name().length() + 4);
      name.ascii(isFirst ? '{' : ',');
      name.quoted(component.name());
      name.ascii(':');
      this.lead = name.copy();
      this.component = component;
    }

    static List<NamedPart> inOrder(List<Component> components) {
      List<NamedPart> written = new ArrayList<>();
      components.stream()
          .sorted(Comparator.comparing(Component::name))
          .forEach(component -> written.add(new NamedPart(component, written.isEmpty())));
      return written;
    }

    void write(Object value, CanonicalBytes out) {
      out.raw(lead);
      component.codec().write(part(component, value), out);
    }
  }

  private RecordCodec(Class<?> type, List<Component> components, boolean isWrapper) {
    this.type = type;
    this.constructor = constructor(type);
    this.components = components;
    this.written = NamedPart.inOrder(components);
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
  public void write(Object value, CanonicalBytes out) {
    if (isWrapper) {
      components.get(0).codec().write(part(components.get(0), value), out);
      return;
    }
    for (NamedPart each : written) {
      each.write(value, out);
    }
    out.ascii(written.isEmpty() ? "{}" : "}");
  }

  @Override
  public String text(Object value) {
    return isWrapper
        ? components.get(0).codec().text(part(components.get(0), value))
        : ValueCodec.super.text(value);
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
      return (Object) component.accessor().invokeExact(value);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(component.name(), impossible);
    }
  }

  private static MethodHandle accessor(RecordComponent part) {
    Method accessor = part.getAccessor();
    accessor.setAccessible(true);
    try {
      return MethodHandles.lookup().unreflect(accessor).asType(ACCESSOR);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(part.getName(), impossible);
    }
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
