package dev.maestro.engine.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The canonical form written down a second time, plainly, from the words of the specification. */
final class ReferenceJson {
  String write(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? write(optional.get()) : "null";
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, member) -> sorted.put((String) key, member));
      return sorted.entrySet().stream()
          .map(member -> text(member.getKey()) + ":" + write(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::write).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Number number) {
      return number(number);
    }
    return value instanceof Boolean ? value.toString() : text((String) value);
  }

  private static String number(Number number) {
    BigDecimal exact =
        number instanceof Double
            ? new BigDecimal(number.doubleValue())
            : new BigDecimal(number.toString());
    String plain = exact.setScale(10, RoundingMode.HALF_EVEN).toPlainString();
    String trimmed = plain.replaceAll("0+$", "").replaceAll("\\.$", "");
    return trimmed.equals("-0") ? "0" : trimmed;
  }

  private static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\b' -> escaped.append("\\b");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\f' -> escaped.append("\\f");
                case '\r' -> escaped.append("\\r");
                default -> {
                  boolean plain = point >= 32 && (point < 0xD800 || point > 0xDFFF);
                  escaped.append(
                      plain ? Character.toString(point) : String.format("\\u%04x", point));
                }
              }
            });
    return '"' + escaped.toString() + '"';
  }
}
