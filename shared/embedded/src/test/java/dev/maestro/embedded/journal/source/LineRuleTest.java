package dev.maestro.embedded.journal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineRuleTest {
  private static final LineRule CSV = new CsvLineRule(',', 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "a,b,c",
        "a,,c",
        "a\r",
        "\r",
        "\"a\",b",
        "a,\"b\"",
        "\"a,b\",c",
        "\"\"",
        "\"\",\"\"",
        "\"a\"\"b\",c",
        "\"\"\"\"",
        "\"\"\"a\"\"\",c\r",
        "a,\"b\"\r",
        "a\"b,c",
        "a\",b",
        "ä,\"ö\"",
        "a, \"b\"",
        "漢字"
      })
  void a_complete_record_passes(String line) {
    assertThat(fault(CSV, line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\"a",
        "a,\"b",
        "a,\"b\"\"",
        "\"a\"b,c",
        "\"a\" ,b",
        "\"a\"\"",
        "\"\"\"",
        "a,\"b,c\r",
        "a\rb",
        "a,b\rc,d",
        "\ra",
        "a\r\r",
        "\"a\rb\",c",
        "\"a\"\r,b"
      })
  void a_record_that_would_swallow_its_neighbours_is_held(String line) {
    assertThat(fault(CSV, line)).contains(RejectReason.BAD_ROW);
  }

  @Test
  void the_separator_is_that_of_the_file() {
    assertThat(fault(new CsvLineRule(';', 2), "\"a\";b")).isEmpty();
    assertThat(fault(new CsvLineRule(';', 2), "\"a\",b")).contains(RejectReason.BAD_ROW);
    assertThat(fault(new CsvLineRule('\t', 2), "\"a\"\t\"b\"")).isEmpty();
  }

  @Test
  void bytes_that_are_no_utf_8_are_held() {
    for (byte[] line :
        new byte[][] {
          {'a', (byte) 0xff},
          {(byte) 0xc3},
          {(byte) 0xc3, '('},
          {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          {(byte) 0xc0, (byte) 0xaf},
          {(byte) 0xe4, ',', 'b'}
        }) {
      assertThat(CSV.faultIn(line, 0, line.length)).contains(RejectReason.BAD_ENCODING);
      assertThat(LineRule.TEXT.faultIn(line, 0, line.length)).contains(RejectReason.BAD_ENCODING);
    }
  }

  @Test
  void bad_encoding_is_named_before_a_bad_row() {
    byte[] line = {'"', (byte) 0xff};
    assertThat(CSV.faultIn(line, 0, 2)).contains(RejectReason.BAD_ENCODING);
  }

  @Test
  void only_the_bytes_of_the_line_are_looked_at() {
    byte[] lines = "\"x\na,b\n\"y".getBytes(StandardCharsets.UTF_8);
    assertThat(CSV.faultIn(lines, 3, 6)).isEmpty();
    byte[] encoding = {(byte) 0xff, 'a', (byte) 0xff};
    assertThat(CSV.faultIn(encoding, 1, 2)).isEmpty();
    assertThat(LineRule.TEXT.faultIn(encoding, 1, 2)).isEmpty();
  }

  @Test
  void text_may_hold_quotes_of_any_kind() {
    assertThat(fault(LineRule.TEXT, "{\"a\": \"b")).isEmpty();
  }

  private static Optional<RejectReason> fault(LineRule rule, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return rule.faultIn(bytes, 0, bytes.length);
  }
}
