package dev.maestro.engine.archive.value;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Objects;

/** Records with one component changed; their constructor checks what comes of it. */
public final class Component {
  private Component() {}

  /**
   * The same record with another value of a component.
   *
   * @throws IllegalArgumentException if there is none of that name, or the record refuses the value
   */
  public static <T extends Record> T with(T record, String name, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] parts = new Object[components.length];
    boolean isKnown = false;
    try {
      for (int i = 0; i < components.length; i++) {
        boolean isMeant = components[i].getName().equals(name);
        var accessor = components[i].getAccessor();
        accessor.setAccessible(true);
        types[i] = components[i].getType();
        parts[i] = isMeant ? value : accessor.invoke(record);
        isKnown |= isMeant;
      }
      if (!isKnown) {
        throw new IllegalArgumentException(record.getClass().getName() + " has no " + name);
      }
      var constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      @SuppressWarnings("unchecked")
      T changed = (T) constructor.newInstance(parts);
      return changed;
    } catch (InvocationTargetException refused) {
      Throwable cause = Objects.requireNonNullElse(refused.getCause(), refused);
      throw new IllegalArgumentException(cause.getMessage(), cause);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(record.getClass().getName(), impossible);
    }
  }
}
