package dev.maestro.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.audit.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeptInputTest {
  private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");

  private static KeptInput kept(String text) {
    return KeptInput.pack(
        ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), Sha256.hex(text), UNTIL);
  }

  /** Letters at random pack badly, so that there are several parts. */
  private static String noise(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (' ' + random.nextInt(90)));
    }
    return text.toString();
  }

  private static KeptInput with(KeptInput kept, List<KeptInput.Part> parts) {
    return new KeptInput(kept.hash(), kept.bytes(), parts, kept.expiresAt());
  }

  private static void isRefused(KeptInput kept, ArchiveFault fault) {
    assertThatThrownBy(() -> kept.text(kept.hash()))
        .isInstanceOfSatisfying(
            UnusableArchiveException.class,
            refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  @Test
  void every_text_comes_back_as_it_was() {
    Seeds.forEach(
        random -> {
          String text = noise(random, random.nextInt(3_000));
          assertThat(kept(text).text(Sha256.hex(text))).isEqualTo(text);
        });
  }

  @Test
  void every_length_comes_back_whole_whatever_space_it_fills() {
    SplittableRandom random = new SplittableRandom(669);
    String text = noise(random, 3_000);
    for (int length = 0; length <= text.length(); length++) {
      String start = text.substring(0, length);
      assertThat(kept(start).text(Sha256.hex(start))).as("%d", length).isEqualTo(start);
      String even = "a".repeat(length * 40);
      assertThat(kept(even).text(Sha256.hex(even))).as("%d", length * 40).isEqualTo(even);
    }
  }

  @Test
  void a_long_one_is_cut_into_parts_of_700_kib_and_comes_back_whole() {
    String text = noise(new SplittableRandom(7), 2_000_000);
    KeptInput kept = kept(text);

    assertThat(kept.parts()).hasSizeBetween(2, 3);
    assertThat(kept.parts().get(0).bytes()).hasSize(700 * 1024);
    assertThat(kept.text(kept.hash())).isEqualTo(text);
  }

  @Test
  void one_that_no_commit_holds_is_told_and_not_cut() {
    KeptInput kept = kept(noise(new SplittableRandom(7), 6_000_000));

    assertThat(kept.isTooLarge()).isTrue();
    isRefused(kept, ArchiveFault.TOO_LARGE);
  }

  @Test
  void a_missing_part_is_told() {
    KeptInput kept = kept(noise(new SplittableRandom(7), 2_000_000));
    for (int missing = 0; missing < kept.parts().size(); missing++) {
      List<KeptInput.Part> rest = new ArrayList<>(kept.parts());
      rest.remove(missing);
      isRefused(with(kept, rest), ArchiveFault.CUT);
    }
  }

  @Test
  void no_byte_can_be_changed_or_cut_away() {
    KeptInput kept = kept("{\"engine\":\"1\",\"input\":{}}");
    byte[] whole = kept.parts().get(0).bytes();
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      isRefused(with(kept, List.of(new KeptInput.Part(changed))), ArchiveFault.CUT);
      byte[] cut = Arrays.copyOf(whole, at);
      isRefused(with(kept, List.of(new KeptInput.Part(cut))), ArchiveFault.CUT);
    }
  }

  @Test
  void a_whole_one_of_another_record_is_told() {
    assertThatThrownBy(() -> kept("[]").text(Sha256.hex("{}")))
        .isInstanceOf(UnusableArchiveException.class)
        .hasMessageStartingWith("CHANGED");
  }
}
