package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A value that one text says exactly, such as a decimal with all its places.
 *
 * @param quoted writes the text in quotation marks
 */
record TextCodec<T>(
    Function<T, String> text, BiConsumer<T, CanonicalBytes> quoted, Function<String, T> parse)
    implements ValueCodec {
  TextCodec(Function<T, String> text, Function<String, T> parse) {
    this(text, (value, out) -> out.quoted(text.apply(value)), parse);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void write(Object value, CanonicalBytes out) {
    quoted.accept((T) value, out);
  }

  @Override
  @SuppressWarnings("unchecked")
  public String text(Object value) {
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
