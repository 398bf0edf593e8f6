package dev.maestro.embedded.journal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No style loses a digit, moves a point or turns a sign. */
class NumberStyleTest {
  private static final int TEXTS = 200_000;
  private static final String SIGNS = "0123456789012345678.,,..--\u2212+() \u00a0$\u20acUSDe%";

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 10); i > 0; i--) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  @ParameterizedTest
  @EnumSource(NumberStyle.class)
  void a_number_has_the_digits_the_point_and_the_sign_of_its_text(NumberStyle style) {
    SplittableRandom random = new SplittableRandom(5);
    int read = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      boolean isComma = random.nextInt(4) == 0;
      Optional<BigDecimal> number = Decimals.read(style.plain(text, isComma));
      if (number.isPresent() && !text.contains("e")) {
        read++;
        char point = isComma ? ',' : '.';
        int at = text.indexOf(point);
        String whole = digits(at < 0 ? text : text.substring(0, at));
        String rest = digits(at < 0 ? "" : text.substring(at));
        BigDecimal size = new BigDecimal("0" + whole + "." + rest + "0");
        assertThat(number.get().abs()).as("%s of '%s'", style, text).isEqualByComparingTo(size);
        boolean isLoss = text.matches(".*[-\u2212(].*") && size.signum() != 0;
        assertThat(number.get().signum() < 0).as("%s of '%s'", style, text).isEqualTo(isLoss);
      }
    }
    assertThat(read).isGreaterThan(TEXTS / 200);
  }

  @ParameterizedTest
  @CsvSource({
    "THOUSANDS, '1,234.5', 1234.5",
    "THOUSANDS, '\u22121,234.5', -1234.5",
    "CURRENCY, '(\u20ac5.20)', -5.20",
    "CURRENCY, '\u2212$5.20', -5.20",
    "CURRENCY, '5.20\u00a0\u20ac', 5.20",
    "SPACED, '- 0.08', -0.08",
    "SPACED, '4\u00a0182.78', 4182.78",
    "SPACED, '4\u202f182.78', 4182.78",
    "SUFFIXED, '\u221212.50 USD', -12.50"
  })
  void a_style_reads_what_its_export_writes(NumberStyle style, String text, BigDecimal number) {
    assertThat(Decimals.read(style.plain(text, false))).hasValue(number);
  }

  @Test
  void a_plain_number_has_no_typeset_signs() {
    assertThat(Decimals.read(NumberStyle.PLAIN.plain("\u22125", false))).isEmpty();
    assertThat(Decimals.read(NumberStyle.PLAIN.plain("1\u00a0000", false))).isEmpty();
  }
}
