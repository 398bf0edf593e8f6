package dev.maestro.functions.status.capital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.command.CommandCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
  /** What a call was answered that did what it should, or need not. */
  private static final Set<CommandCode> ANSWERS =
      EnumSet.of(
          CommandCode.RESERVED,
          CommandCode.REPEATED,
          CommandCode.GRANTED,
          CommandCode.UNCHANGED,
          CommandCode.RECORDED,
          CommandCode.OVERFILL,
          CommandCode.LATE_FILL,
          CommandCode.ACCEPTED,
          CommandCode.SETTLED);

  @Test
  void every_code_is_an_answer_or_a_refusal_and_none_is_both() {
    Set<CommandCode> refused =
        Arrays.stream(CommandCode.values())
            .filter(code -> Refusal.of(code).isPresent())
            .collect(Collectors.toSet());

    assertThat(refused)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(ANSWERS)));
    assertThat(Refusal.values()).hasSameSizeAs(refused);
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void a_refusal_has_a_type_that_is_its_own_word(Refusal refusal) {
    String type = refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(refusal.problem().answer().body())
        .contains("\"code\":\"" + refusal.name() + "\"", "problems/" + type + "\"");
    assertThat(refusal.problem().answer().status()).isIn(403, 404, 409, 422);
  }
}
