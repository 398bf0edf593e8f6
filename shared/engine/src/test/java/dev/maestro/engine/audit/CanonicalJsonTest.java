package dev.maestro.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "0E+7, 0",
    "0E-30, 0",
    "1, 1",
    "1.0, 1",
    "-1.50, -1.5",
    "100, 100",
    "1E+2, 100",
    "1E+20, 100000000000000000000",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "0.1234567890, 0.123456789",
    "0.12345678905, 0.123456789",
    "0.12345678915, 0.1234567892",
    "0.123456789050000001, 0.1234567891",
    "1E-10, 0.0000000001",
    "1E-11, 0",
    "-1E-11, 0",
    "5E-11, 0",
    "5.1E-11, 0.0000000001",
    "1.5E-10, 0.0000000002",
    "-1.5E-10, -0.0000000002",
    "0.99999999995, 1",
    "9.99999999999, 10",
    "1E-999999999, 0"
  })
  @Timeout(20)
  void a_decimal_has_at_most_ten_places_half_even_and_no_exponent(String number, String written) {
    assertThat(CanonicalJson.write(new BigDecimal(number))).isEqualTo(written);
  }

  @Test
  void a_double_is_rounded_from_its_exact_binary_value() {
    assertThat(CanonicalJson.write(0.1)).isEqualTo("0.1");
    assertThat(CanonicalJson.write(1e20)).isEqualTo("100000000000000000000");
    assertThat(CanonicalJson.write(Double.parseDouble("1e23")))
        .isEqualTo("99999999999999991611392");
    assertThat(CanonicalJson.write(-0.0)).isEqualTo("0");
    assertThat(CanonicalJson.write(Double.MIN_VALUE)).isEqualTo("0");
    assertThat(CanonicalJson.write(1.0 / 3)).isEqualTo("0.3333333333");
    assertThat(CanonicalJson.write(StrictMath.scalb(1.0, -11))).isEqualTo("0.0004882812");
    assertThat(CanonicalJson.write(StrictMath.scalb(3.0, -11))).isEqualTo("0.0014648438");
    assertThat(CanonicalJson.write(-2.5)).isEqualTo("-2.5");
  }

  @Test
  void other_numbers_are_written_as_they_are() {
    assertThat(CanonicalJson.write(Integer.MIN_VALUE)).isEqualTo("-2147483648");
    assertThat(CanonicalJson.write(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    assertThat(CanonicalJson.write(BigInteger.TEN.pow(30))).isEqualTo("1" + "0".repeat(30));
    assertThat(CanonicalJson.write((short) 7)).isEqualTo("7");
    assertThat(CanonicalJson.write(0.5f)).isEqualTo("0.5");
  }

  @Test
  void what_has_no_canonical_form_is_refused() {
    List<Object> without =
        List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Float.NaN,
            new BigDecimal("1E+101"),
            new BigDecimal("1E+999999999"),
            new Object(),
            'c',
            new String[] {"a"},
            Map.of(1, "a"),
            new TreeMap<>(Map.of(1, "a")),
            new HashMap<>(Map.of("a", 1, 2, "b")));
    for (Object value : without) {
      assertThatThrownBy(() -> CanonicalJson.write(value))
          .as(value.getClass().getName())
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> CanonicalJson.write(List.of(Map.of("k", value))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_number_of_a_hundred_zeros_is_still_written() {
    assertThat(CanonicalJson.write(new BigDecimal("1E+100"))).isEqualTo("1" + "0".repeat(100));
  }

  @Test
  void strings_are_escaped_as_in_rfc_8785() {
    assertThat(CanonicalJson.write("\b\t\n\f\r\"\\/")).isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\/\"");
    assertThat(CanonicalJson.write("\u0000\u0001\u000b\u001f"))
        .isEqualTo("\"\\u0000\\u0001\\u000b\\u001f\"");
    assertThat(CanonicalJson.write("\u007f \u00e4 \u20ac \u2028 \uD83D\uDE00 end"))
        .isEqualTo("\"\u007f \u00e4 \u20ac \u2028 \uD83D\uDE00 end\"");
    assertThat(CanonicalJson.write("")).isEqualTo("\"\"");
    assertThat(CanonicalJson.write("plain")).isEqualTo("\"plain\"");
  }

  @Test
  void half_a_surrogate_pair_is_escaped_so_that_no_two_texts_have_the_same_bytes() {
    assertThat(CanonicalJson.write("a\uD83D")).isEqualTo("\"a\\ud83d\"");
    assertThat(CanonicalJson.write("\uD83Dx")).isEqualTo("\"\\ud83dx\"");
    assertThat(CanonicalJson.write("\uDE00\uD83D")).isEqualTo("\"\\ude00\\ud83d\"");
    assertThat(CanonicalJson.write("\uD83D\uD83D\uDE00")).isEqualTo("\"\\ud83d\uD83D\uDE00\"");
  }

  @Test
  void every_control_character_is_escaped() {
    for (char c = 0; c < ' '; c++) {
      String written = CanonicalJson.write(String.valueOf(c));
      assertThat(written.chars()).as(written).allMatch(letter -> letter >= ' ');
      assertThat(written).hasSizeGreaterThan(3);
    }
  }

  @Test
  void keys_are_sorted_by_code_unit_whatever_order_the_map_has() {
    Map<String, Object> map = new HashMap<>();
    for (String key : List.of("b", "a", "B", "10", "9", "\u20AC", "\uD83D\uDE00", "\uFB33", "")) {
      map.put(key, 1);
    }
    String written =
        "{\"\":1,\"10\":1,\"9\":1,\"B\":1,\"a\":1,\"b\":1,\"\u20AC\":1,\"\uD83D\uDE00\":1,\"\uFB33\":1}";
    assertThat(CanonicalJson.write(map)).isEqualTo(written);
    SortedMap<String, Object> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.putAll(map);
    assertThat(CanonicalJson.write(backwards)).isEqualTo(written);
  }

  @Test
  void objects_and_arrays_have_no_white_space() {
    assertThat(CanonicalJson.write(Map.of())).isEqualTo("{}");
    assertThat(CanonicalJson.write(List.of())).isEqualTo("[]");
    assertThat(
            CanonicalJson.write(List.of(1, "a", true, false, List.of(), Map.of("k", List.of(2)))))
        .isEqualTo("[1,\"a\",true,false,[],{\"k\":[2]}]");
    assertThat(
            CanonicalJson.write(new TreeMap<>(Map.of("b", 1, "a", Map.of("\"", Optional.of(2))))))
        .isEqualTo("{\"a\":{\"\\\"\":2},\"b\":1}");
  }

  @Test
  void what_is_unknown_is_null() {
    assertThat(CanonicalJson.write(Optional.empty())).isEqualTo("null");
    assertThat(CanonicalJson.write(Optional.of("x"))).isEqualTo("\"x\"");
    assertThat(CanonicalJson.write(new ArrayList<>(List.of(Optional.empty())))).isEqualTo("[null]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T14:30:00Z, 2026-03-02T14:30:00.000Z",
    "2026-03-02T14:30:00.123456789Z, 2026-03-02T14:30:00.123Z",
    "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z"
  })
  void a_time_is_utc_with_milliseconds(Instant time, String written) {
    assertThat(CanonicalJson.time(time)).isEqualTo(written);
    assertThat(CanonicalJson.write(time)).isEqualTo('"' + written + '"');
  }

  @Test
  void size_and_hash_are_those_of_the_bytes_that_are_written() {
    List<Object> rows = new ArrayList<>();
    for (int row = 0; row < 300; row++) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("n\u00e4me " + row % 200, "\u20ac \uD83D\uDE00 \uD83D \n " + row);
      fields.put("at", Instant.ofEpochSecond(row));
      fields.put("share", row / 7.0);
      rows.add(fields);
    }
    String written = CanonicalJson.write(rows);
    assertThat(written)
        .isEqualTo(
            rows.stream().map(CanonicalJson::write).collect(Collectors.joining(",", "[", "]")));
    assertThat(CanonicalJson.size(rows))
        .isEqualTo(written.getBytes(StandardCharsets.UTF_8).length)
        .isGreaterThan(written.length());
    assertThat(CanonicalJson.sha256(rows)).isEqualTo(Sha256.hex(written));
  }
}
