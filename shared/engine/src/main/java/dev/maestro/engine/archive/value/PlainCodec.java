package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A value that is plain already: a text, a whole number, a flag. */
record PlainCodec<P>(
    Class<P> plainType, BiConsumer<Object, CanonicalBytes> writing, Function<P, Object> fromPlain)
    implements ValueCodec {
  static <P> PlainCodec<P> same(Class<P> type, BiConsumer<Object, CanonicalBytes> writing) {
    return new PlainCodec<>(type, writing, value -> value);
  }

  @Override
  public void write(Object value, CanonicalBytes out) {
    writing.accept(value, out);
  }

  @Override
  public String text(Object value) {
    return value instanceof String text ? text : ValueCodec.super.text(value);
  }

  @Override
  public Object read(Object plain, String place) {
    if (!plainType.isInstance(plain)) {
      throw new UnusableValueException(
          place, "a " + plainType.getSimpleName() + " is needed, got " + plain);
    }
    try {
      return fromPlain.apply(plainType.cast(plain));
    } catch (RuntimeException refused) {
      throw new UnusableValueException(place, refused);
    }
  }
}
