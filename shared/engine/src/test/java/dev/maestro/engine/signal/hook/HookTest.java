package dev.maestro.engine.signal.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookTest {
  @Test
  void the_right_secret_opens_it_and_nothing_else_does() {
    Hook hook = Hooks.of("s3cret", Map.of());

    assertThat(hook.isOpenedBy("s3cret")).isTrue();
    for (String wrong :
        new String[] {"", "s3cre", "s3cret ", "S3CRET", Hook.hash("s3cret"), "-".repeat(64)}) {
      assertThat(hook.isOpenedBy(wrong)).as(wrong).isFalse();
      assertThat(Hook.isNothingOpenedBy(wrong)).isFalse();
    }
  }

  @Test
  void another_secret_ends_the_one_before_and_a_revoked_hook_takes_none() {
    Hook hook = Hooks.of("old", Map.of());
    Hook rotated = hook.rotated("new", Hooks.NOW.plusSeconds(1));

    assertThat(rotated.isOpenedBy("old")).isFalse();
    assertThat(rotated.isOpenedBy("new")).isTrue();
    assertThat(rotated.revoked(Hooks.NOW).isOpenedBy("new")).isFalse();
    assertThat(rotated.createdAt()).isEqualTo(hook.createdAt());
  }

  @Test
  void it_is_read_as_it_was_written_and_shown_without_its_hash() {
    Hook hook = Hooks.of("s3cret", Map.of("symbol", "ticker"));
    Fields written = Fields.of("", HookForm.of(Hooks.ID).write(hook));

    assertThat(HookForm.of(Hooks.ID).read(written)).isEqualTo(hook);
    assertThat(HookForm.SHOWN.write(hook).toString()).doesNotContain(Hook.hash("s3cret"));
    assertThat(HookForm.SHOWN.write(hook)).containsEntry("state", "ACTIVE");
    assertThat(HookForm.SHOWN.write(hook.revoked(Hooks.NOW))).containsEntry("state", "REVOKED");
  }

  @ParameterizedTest
  @CsvSource({"simbol, ticker", "symbol, secret", "symbol, ' '"})
  void a_name_is_given_to_a_field_of_a_signal_and_never_hides_the_secret(
      String field, String name) {
    assertThatThrownBy(() -> Hooks.of("s", Map.of(field, name)))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @Test
  void no_name_means_two_fields() {
    assertThatThrownBy(() -> Hooks.of("s", Map.of("price", "close", "stop_price", "close")))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdeg",
        "../0123456789abcdef0123456789abc"
      })
  void an_id_is_32_lower_case_hex_digits(String text) {
    assertThat(HookId.of(text)).isEmpty();
  }
}
