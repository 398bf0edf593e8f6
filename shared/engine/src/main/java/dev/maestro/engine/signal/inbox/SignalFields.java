package dev.maestro.engine.signal.inbox;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.signal.SignalReader;
import java.util.List;
import java.util.Map;

/**
 * What a signal may be made of. A name that nobody knows is refused, because it may be a known one
 * misspelt: without its {@code quantity} an exit sells everything. Only {@code metadata} has names
 * of its own. What no store can hold is named here, before one is asked.
 */
final class SignalFields {
  private SignalFields() {}

  /**
   * Looks at every name and every list.
   *
   * @throws RefusedInputException for the first that cannot be taken
   */
  static void check(Fields sent) throws RefusedInputException {
    for (String name : sent.names()) {
      if (!SignalReader.FIELDS.contains(name)) {
        throw new RefusedInputException(
            name,
            "a signal has no field '"
                + name
                + "'; it has "
                + String.join(", ", SignalReader.FIELDS)
                + "; anything else goes into metadata");
      }
      checkValue(name, sent.raw(name).orElseThrow());
    }
  }

  private static void checkValue(String path, Object value) throws RefusedInputException {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String name = entry.getKey().toString();
        if (!StoredName.isOfField(name)) {
          throw new RefusedInputException(
              path,
              path
                  + " must have names of 1 to "
                  + StoredName.MAX_BYTES
                  + " bytes, not like __this__, got '"
                  + name
                  + "'");
        }
        checkValue(path + "." + name, entry.getValue());
      }
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof List<?>) {
          throw new RefusedInputException(
              path, path + " must not have a list in a list: put the inner one into an object");
        }
        checkValue(path, element);
      }
    }
  }
}
