package dev.maestro.engine.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The letters that are looked at one by one are those of the patterns that say the rule. */
class LettersTest {
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9^/][A-Za-z0-9 ./:_^=-]{0,31}");
  private static final Pattern STRATEGY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern RESERVED = Pattern.compile("__.*__", Pattern.DOTALL);
  private static final String LETTERS = "aZ09_.-^/ :=@\u00e4\u0130\ud83d\ude00\n[`{";

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(4) == 0 ? random.nextInt(70) : random.nextInt(7);
    int letters = random.nextInt(1, LETTERS.length() + 1);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(letters)));
    }
    return random.nextInt(5) == 0 ? "__" + text + "__" : text.toString();
  }

  @Test
  void a_name_is_taken_if_and_only_if_its_pattern_takes_it() {
    Seeds.forTenTimesAsMany(
        random -> {
          for (int i = 0; i < 200; i++) {
            String text = text(random);
            boolean isField = !text.isEmpty() && !RESERVED.matcher(text).matches();
            assertThat(StoredName.isOfField(text)).as("'%s'", text).isEqualTo(isField);
            assertThat(StrategyId.of(text).isPresent())
                .as("'%s'", text)
                .isEqualTo(
                    STRATEGY.matcher(text).matches()
                        && isField
                        && !text.equals(".")
                        && !text.equals(".."));
            assertThat(Symbol.of(text).isPresent())
                .as("'%s'", text)
                .isEqualTo(SYMBOL.matcher(text.strip()).matches());
          }
        });
  }

  @Test
  void a_name_of_a_field_has_at_most_a_thousand_bytes_not_characters() {
    assertThat(StoredName.isOfField("a".repeat(1000))).isTrue();
    assertThat(StoredName.isOfField("a".repeat(1001))).isFalse();
    assertThat(StoredName.isOfField("\u20ac".repeat(333))).isTrue();
    assertThat(StoredName.isOfField("\u20ac".repeat(334))).isFalse();
  }
}
