package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What people wrote beside a signal, of whatever form: a map is a map, anything else is a list of a
 * letter and what it stands for, so that a number comes back as what it was.
 */
final class LooseCodec implements ValueCodec {
  private static final Map<String, Function<String, Object>> PARSED =
      Map.of(
          "s", text -> text,
          "i", Integer::valueOf,
          "l", Long::valueOf,
          "d", Double::valueOf,
          "n", BigDecimal::new,
          "b", Boolean::valueOf);

  @Override
  public void write(Object value, CanonicalBytes out) {
    if (value instanceof Map<?, ?> map) {
      Containers.named(map, Object::toString, this, out);
    } else if (value instanceof List<?> list) {
      out.ascii("[\"a\",");
      Containers.listed(list, this, out);
      out.ascii(']');
    } else if (value == null || value instanceof Optional<?>) {
      out.ascii("[\"0\"]");
    } else {
      out.ascii("[\"");
      out.ascii(letter(value));
      out.ascii("\",");
      out.quoted(value.toString());
      out.ascii(']');
    }
  }

  private static String letter(Object value) {
    if (value instanceof Integer) {
      return "i";
    }
    if (value instanceof Long) {
      return "l";
    }
    if (value instanceof Double) {
      return "d";
    }
    if (value instanceof Number) {
      return "n";
    }
    return value instanceof Boolean ? "b" : "s";
  }

  @Override
  public Object read(Object plain, String place) {
    if (plain instanceof Map<?, ?> map) {
      SortedMap<String, Object> read = new TreeMap<>();
      map.forEach((name, each) -> read.put(name.toString(), read(each, place + "." + name)));
      return read;
    }
    if (plain instanceof List<?> pair && pair.size() == 2 && pair.get(1) instanceof List<?> list) {
      List<Object> read = new ArrayList<>();
      list.forEach(each -> read.add(read(each, place)));
      return read;
    }
    if (plain instanceof List<?> pair && pair.size() == 1) {
      return Optional.empty();
    }
    if (plain instanceof List<?> pair && pair.size() == 2) {
      Function<String, Object> parse = PARSED.get(String.valueOf(pair.get(0)));
      if (parse != null) {
        return new TextCodec<>(Object::toString, parse).read(pair.get(1), place);
      }
    }
    throw new UnusableValueException(place, "a letter and a value are needed, got " + plain);
  }
}
