package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One strategy with two signals, as one from outside and one in process give it. */
class TwoSignalsTest {
  private static final Spoken EXPIRED = buy("AAPL").with("expires_at", Spoken.NOW);
  private static final Spoken UNREADABLE = buy("AAPL").with("action", "UP");

  static List<Spoken> exits() {
    return List.of(sell("MSFT"), action("CLOSE_ALL").with("symbol", "MSFT"), action("CLOSE_ALL"));
  }

  private static Scene saying(Spoken... both) {
    Scene scene = Scene.calm().with("trend").holds("trend", "MSFT", "3");
    for (Spoken one : both) {
      scene.says("trend", one);
    }
    return scene;
  }

  private static List<List<String>> codes(Scene scene) {
    return scene.decided("trend").stream().map(signal -> signal.verdict().codes()).toList();
  }

  @Test
  void two_that_live_are_both_refused_because_nobody_knows_which_is_meant() {
    assertThat(codes(saying(buy("AAPL"), sell("MSFT"))))
        .containsExactly(List.of("INVALID_SIGNAL"), List.of("INVALID_SIGNAL"));
  }

  @ParameterizedTest
  @MethodSource("exits")
  void an_exit_passes_beside_one_that_expired_or_cannot_be_read(Spoken exit) {
    assertThat(codes(saying(EXPIRED, exit)))
        .containsExactlyInAnyOrder(List.of("STALE_SIGNAL"), List.of());
    assertThat(codes(saying(UNREADABLE, exit)))
        .containsExactlyInAnyOrder(List.of("INVALID_SIGNAL"), List.of());
    assertThat(codes(saying(UNREADABLE, EXPIRED, exit)))
        .containsExactlyInAnyOrder(List.of("INVALID_SIGNAL"), List.of("STALE_SIGNAL"), List.of());
    assertThat(saying(UNREADABLE, EXPIRED, exit).decided("trend"))
        .filteredOn(DecidedSignal::isApproved)
        .singleElement()
        .satisfies(passed -> assertThat(passed.exitQuantity()).contains(new BigDecimal("3")));
  }

  @Test
  void an_entry_passes_beside_one_that_expired_but_not_beside_one_that_cannot_be_read() {
    assertThat(codes(saying(EXPIRED, buy("AAPL"))))
        .containsExactlyInAnyOrder(List.of("STALE_SIGNAL"), List.of());
    assertThat(codes(saying(UNREADABLE, buy("AAPL"))))
        .containsExactly(List.of("INVALID_SIGNAL"), List.of("INVALID_SIGNAL"));
    assertThat(saying(UNREADABLE, buy("AAPL")).decided("trend"))
        .extracting(signal -> signal.verdict().sentence())
        .contains("Denied: the strategy sent another signal, which cannot be read.");
  }

  @Test
  void the_record_tells_what_the_live_one_wanted() {
    assertThat(wanted(saying(EXPIRED.with("allocation", "0.9"), buy("AAPL")))).isEqualTo("0.4");
    assertThat(wanted(saying(EXPIRED, sell("MSFT")))).isEqualTo("null");
    assertThat(wanted(saying(EXPIRED))).isEqualTo("0.4");
  }

  private static String wanted(Scene scene) {
    Object rows = scene.run().record().fields().get("allocation_decisions");
    return rows instanceof List<?> list && list.get(0) instanceof Map<?, ?> row
        ? String.valueOf(row.get("original_allocation"))
        : "no row";
  }
}
