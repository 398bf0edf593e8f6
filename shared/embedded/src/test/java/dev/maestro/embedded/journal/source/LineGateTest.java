package dev.maestro.embedded.journal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.source.LineGate.HeldLine;
import dev.maestro.engine.journal.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineGateTest {
  private static final String HUGE = "x".repeat(3 << 20);

  /** Holds back lines that start with a minus. */
  private static final LineRule NO_MINUS =
      (bytes, from, to) ->
          to > from && bytes[from] == '-' ? Optional.of(RejectReason.BAD_ROW) : Optional.empty();

  @Test
  void good_lines_pass_as_they_are() throws IOException {
    for (String text : List.of("", "\n", "a\n", "a\nb\n", "a\r\nb\r\n", "\n\n\na\n", "\r\n")) {
      assertThat(passed(text)).as(text).isEqualTo(text);
    }
  }

  @Test
  void a_missing_last_line_end_is_added() throws IOException {
    assertThat(passed("a\nb")).isEqualTo("a\nb\n");
    assertThat(passed("a")).isEqualTo("a\n");
  }

  @Test
  void a_held_line_leaves_its_line_end() throws IOException {
    LineGate gate = gate("a\n-b\nc\n");
    assertThat(text(gate)).isEqualTo("a\n\nc\n");
    assertThat(held(gate)).containsExactly(new HeldLine(2, RejectReason.BAD_ROW));
  }

  @Test
  void the_first_and_the_last_line_can_be_held() throws IOException {
    LineGate gate = gate("-a\n-b\nc\n-d");
    assertThat(text(gate)).isEqualTo("\n\nc\n\n");
    assertThat(held(gate)).extracting(HeldLine::line).containsExactly(1L, 2L, 4L);
  }

  @Test
  void a_line_of_3_mib_costs_itself_and_nothing_after_it() throws IOException {
    LineGate gate = gate("a\n" + HUGE + "\nb\n-c\nd\n");
    assertThat(text(gate)).isEqualTo("a\n\nb\n\nd\n");
    assertThat(held(gate))
        .containsExactly(
            new HeldLine(2, RejectReason.LINE_TOO_LONG), new HeldLine(4, RejectReason.BAD_ROW));
  }

  @Test
  void a_huge_line_may_be_the_first_or_the_last_or_all_there_is() throws IOException {
    assertThat(passed(HUGE + "\na\n")).isEqualTo("\na\n");
    assertThat(passed("a\n" + HUGE)).isEqualTo("a\n\n");
    LineGate gate = gate(HUGE);
    assertThat(text(gate)).isEqualTo("\n");
    assertThat(held(gate)).containsExactly(new HeldLine(1, RejectReason.LINE_TOO_LONG));
  }

  @Test
  void two_huge_lines_are_two() throws IOException {
    LineGate gate = gate(HUGE + "\n" + HUGE + "\na\n");
    assertThat(text(gate)).isEqualTo("\n\na\n");
    assertThat(held(gate)).extracting(HeldLine::line).containsExactly(1L, 2L);
  }

  @Test
  void the_longest_line_is_1_mib() throws IOException {
    String longest = "x".repeat(LineGate.MAX_LINE);
    assertThat(passed("a\n" + longest + "\nb\n")).isEqualTo("a\n" + longest + "\nb\n");
    assertThat(passed("a\n" + longest + "x\nb\n")).isEqualTo("a\n\nb\n");
    assertThat(passed(longest)).isEqualTo(longest + "\n");
    assertThat(passed(longest + "x")).isEqualTo("\n");
  }

  @Test
  void many_lines_pass_through_the_buffer() throws IOException {
    StringBuilder text = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= 400_000; i++) {
      boolean bad = i % 1000 == 0;
      text.append(bad ? "-" : "").append("line ").append(i).append('\n');
      expected.append(bad ? "" : "line " + i).append('\n');
    }
    LineGate gate = gate(text.toString());
    assertThat(text(gate)).isEqualTo(expected.toString());
    List<HeldLine> held = held(gate);
    assertThat(held).hasSize(400);
    assertThat(held.get(399).line()).isEqualTo(400_000);
  }

  @Test
  void a_line_is_handed_out_before_the_given_line_only() throws IOException {
    LineGate gate = gate("-a\nb\n-c\n");
    assertThat(text(gate)).isEqualTo("\nb\n\n");
    assertThat(gate.nextHeldBefore(1)).isEmpty();
    assertThat(gate.nextHeldBefore(2)).contains(new HeldLine(1, RejectReason.BAD_ROW));
    assertThat(gate.nextHeldBefore(3)).isEmpty();
    assertThat(gate.nextHeldBefore(4)).contains(new HeldLine(3, RejectReason.BAD_ROW));
    assertThat(gate.nextHeldBefore(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void chunks_of_any_size_change_nothing() throws IOException {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = lines(random);
      LineGate whole = gate(text);
      String expected = text(whole);
      LineGate chunked =
          new LineGate(new Trickle(text, random.nextInt(1, 40)), NO_MINUS, ReadProgress.NONE);
      assertThat(inPieces(chunked, random)).as("seed %s: %s", seed, text).isEqualTo(expected);
      assertThat(held(chunked)).as("seed %s: %s", seed, text).isEqualTo(held(whole));
    }
  }

  @Test
  void progress_counts_the_bytes_read() throws IOException {
    List<Long> progress = new ArrayList<>();
    text(new LineGate(new Trickle("a\n-b\nc", 2), NO_MINUS, progress::add));
    assertThat(progress).containsExactly(2L, 4L, 6L);
  }

  @Test
  void bytes_above_127_are_not_the_end() throws IOException {
    LineGate gate = gate("ÿ\n");
    assertThat(gate.read()).isEqualTo(0xc3);
    assertThat(gate.read()).isEqualTo(0xbf);
    assertThat(gate.read()).isEqualTo('\n');
    assertThat(gate.read()).isEqualTo(-1);
    assertThat(gate.read()).isEqualTo(-1);
  }

  @Test
  void closing_closes_the_source() throws IOException {
    boolean[] closed = {false};
    new LineGate(
            new ByteArrayInputStream(new byte[0]) {
              @Override
              public void close() {
                closed[0] = true;
              }
            },
            NO_MINUS,
            ReadProgress.NONE)
        .close();
    assertThat(closed[0]).isTrue();
  }

  private static String lines(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      text.append(random.nextInt(3) == 0 ? "-" : "");
      text.append("x".repeat(random.nextInt(20)));
      text.append(i == 1 && random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString();
  }

  private static LineGate gate(String text) {
    InputStream source = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new LineGate(source, NO_MINUS, ReadProgress.NONE);
  }

  private static String passed(String text) throws IOException {
    return text(gate(text));
  }

  private static String text(LineGate gate) throws IOException {
    return new String(gate.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String inPieces(LineGate gate, SplittableRandom random) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] piece = new byte[random.nextInt(1, 9)];
    for (int count = gate.read(piece, 0, piece.length);
        count >= 0;
        count = gate.read(piece, 0, piece.length)) {
      text.write(piece, 0, count);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static List<HeldLine> held(LineGate gate) {
    List<HeldLine> held = new ArrayList<>();
    for (Optional<HeldLine> line = gate.nextHeldBefore(Long.MAX_VALUE);
        line.isPresent();
        line = gate.nextHeldBefore(Long.MAX_VALUE)) {
      held.add(line.get());
    }
    return held;
  }

  /** Hands out a few bytes at a time, whatever is asked for. */
  private static final class Trickle extends ByteArrayInputStream {
    private final int most;

    Trickle(String text, int most) {
      super(text.getBytes(StandardCharsets.UTF_8));
      this.most = most;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(most, length));
    }
  }
}
