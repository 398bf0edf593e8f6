package dev.maestro.emulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveHeapTest {
  private static final List<Kept> KEPT = new ArrayList<>();

  private record Kept(int number) {}

  @Test
  void what_was_kept_between_two_looks_has_grown() {
    long own = ProcessHandle.current().pid();
    LiveHeap before = LiveHeap.of(own);
    for (int i = 0; i < 5_000; i++) {
      KEPT.add(new Kept(i));
    }
    assertThat(LiveHeap.of(own).grownBy(5_000, before)).containsEntry(Kept.class.getName(), 5_000L);
  }

  @Test
  void an_answer_without_a_sum_is_no_heap() {
    assertThatThrownBy(() -> LiveHeap.read("4711: No such process"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No such process");
  }
}
