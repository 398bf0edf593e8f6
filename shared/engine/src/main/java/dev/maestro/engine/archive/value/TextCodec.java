package dev.maestro.engine.archive.value;

import java.util.function.Function;

/** A value that one text says exactly, such as a decimal with all its places. */
record TextCodec<T>(Function<T, String> text, Function<String, T> parse) implements ValueCodec {
  @Override
  @SuppressWarnings("unchecked")
  public Object write(Object value) {
    return text.apply((T) value);
  }

  @Override
  public Object read(Object plain, String place) {
    if (!(plain instanceof String written)) {
      throw new UnusableValueException(place, "a text is needed, got " + plain);
    }
    try {
      return parse.apply(written);
    } catch (RuntimeException refused) {
      throw new UnusableValueException(place, refused);
    }
  }
}
