package dev.maestro.firestore.stats;

import dev.maestro.engine.number.Decimals;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads lists that must all be of one length; what is absent in them is a blank text. */
record Columns(StoredFields fields, int length) {
  List<Object> values(String column) {
    List<Object> values = fields.list(column);
    if (values.size() != length) {
      throw fields.wrong(column, "a list of " + length, values.size() + " values");
    }
    return values;
  }

  List<String> texts(String column) {
    return each(column, "texts", value -> cast(String.class, value));
  }

  List<Instant> times(String column) {
    return each(column, "Timestamps", value -> cast(Instant.class, value));
  }

  List<BigDecimal> decimals(String column) {
    return each(column, "decimals as text", Decimals::read);
  }

  List<Optional<BigDecimal>> optionalDecimals(String column) {
    return each(column, "decimals as text, or blank", Columns::decimalOrBlank);
  }

  private static Optional<Optional<BigDecimal>> decimalOrBlank(Object value) {
    Optional<BigDecimal> decimal = Decimals.read(value);
    return decimal.isPresent() || value.equals("") ? Optional.of(decimal) : Optional.empty();
  }

  private static <T> Optional<T> cast(Class<T> type, Object value) {
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  private <T> List<T> each(String column, String expected, Function<Object, Optional<T>> read) {
    List<T> result = new ArrayList<>(length);
    for (Object value : values(column)) {
      result.add(
          read.apply(value)
              .orElseThrow(() -> fields.wrong(column, "a list of " + expected, value)));
    }
    return result;
  }
}
