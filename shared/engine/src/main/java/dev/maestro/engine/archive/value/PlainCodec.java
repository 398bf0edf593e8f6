package dev.maestro.engine.archive.value;

import java.util.function.Function;

/** A value that is plain already: a text, a whole number, a flag. */
record PlainCodec<P>(Class<P> plainType, Function<Object, P> toPlain, Function<P, Object> fromPlain)
    implements ValueCodec {
  static <P> PlainCodec<P> same(Class<P> type) {
    return new PlainCodec<>(type, type::cast, value -> value);
  }

  @Override
  public Object write(Object value) {
    return toPlain.apply(value);
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
