package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import java.util.function.Function;

/** A type that is no record, written as one that says the same. */
record SubstituteCodec<T, S>(ValueCodec codec, Function<T, S> write, Function<S, T> read)
    implements ValueCodec {
  @Override
  @SuppressWarnings("unchecked")
  public void write(Object value, CanonicalBytes out) {
    codec.write(write.apply((T) value), out);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object read(Object plain, String place) {
    Object substitute = codec.read(plain, place);
    try {
      return read.apply((S) substitute);
    } catch (IllegalArgumentException refused) {
      throw new UnusableValueException(place, refused);
    }
  }
}
