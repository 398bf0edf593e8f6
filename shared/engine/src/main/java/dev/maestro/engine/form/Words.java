package dev.maestro.engine.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the words of closed sets, in any case. */
public final class Words {
  private Words() {}

  /**
   * The constant of that name.
   *
   * @return empty if {@code given} is no text or names none
   */
  public static <E extends Enum<E>> Optional<E> read(Class<E> set, Object given) {
    if (given instanceof String text) {
      String name = text.strip().toUpperCase(Locale.ROOT);
      for (E constant : set.getEnumConstants()) {
        if (constant.name().equals(name)) {
          return Optional.of(constant);
        }
      }
    }
    return Optional.empty();
  }

  /** The names as people read them: SAFE, AGGRESSIVE or STANDARD. */
  public static <E extends Enum<E>> String list(Class<E> set) {
    return Arrays.stream(set.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", "))
        .replaceFirst(", ([^,]*)$", " or $1");
  }
}
