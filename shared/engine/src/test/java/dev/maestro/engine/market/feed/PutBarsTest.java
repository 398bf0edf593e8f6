package dev.maestro.engine.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PutBarsTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Symbol SPY = new Symbol("SPY");
  private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-09T15:00:00Z");
  private static final Duration FIVE = Duration.ofMinutes(5);

  /** One symbol's bars, and how often somebody else is faster. */
  private static final class Kept implements BarsPort {
    private record Version(int writes) implements StoreVersion {}

    private Optional<BarHistory> bars = Optional.empty();
    private int writes;
    private int lostRaces;

    @Override
    public StandingBars find(TenantId tenant, Symbol symbol) {
      return new StandingBars(bars, new Version(writes));
    }

    @Override
    public boolean replace(
        TenantId tenant, Symbol symbol, BarHistory next, Instant updatedAt, StoreVersion before) {
      if (lostRaces > 0) {
        lostRaces--;
        return false;
      }
      assertThat(before).isEqualTo(new Version(writes));
      bars = Optional.of(next);
      writes++;
      return true;
    }
  }

  private final Kept kept = new Kept();

  /** The bar that begins so many times five minutes after the beginning. */
  private static Bar bar(int number, double close) {
    return new Bar(ZERO.plus(FIVE.multipliedBy(number)), close, close, close, close, 1);
  }

  private static List<Bar> bars(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> bar(number, 10)).toList();
  }

  private BarMerge put(List<Bar> bars) throws RefusedInputException {
    return new PutBars(kept).put(TENANT, SPY, new BarHistory(FIVE, bars), NOW);
  }

  private List<Bar> stored() {
    return kept.bars.orElseThrow().bars();
  }

  @Test
  void what_comes_later_follows_what_stands() throws RefusedInputException {
    put(bars(0, 3));
    BarMerge merged = put(bars(3, 5));

    assertThat(stored()).isEqualTo(bars(0, 5));
    assertThat(merged.added()).isEqualTo(2);
    assertThat(merged.gaps()).isEmpty();
  }

  @Test
  void the_same_again_changes_nothing() throws RefusedInputException {
    put(bars(0, 3));
    BarMerge merged = put(bars(1, 3));

    assertThat(kept.writes).isEqualTo(1);
    assertThat(merged.added() + merged.corrected()).isZero();
    assertThat(merged.bars().bars()).isEqualTo(bars(0, 3));
  }

  @Test
  void a_correction_takes_the_place_of_the_bar_of_its_start() throws RefusedInputException {
    put(bars(0, 3));
    BarMerge merged = put(List.of(bar(1, 20)));

    assertThat(merged.corrected()).isEqualTo(1);
    assertThat(stored()).containsExactly(bar(0, 10), bar(1, 20), bar(2, 10));
  }

  @Test
  void a_gap_is_told_and_no_fault() throws RefusedInputException {
    put(bars(0, 2));
    BarMerge merged = put(List.of(bar(4, 10), bar(5, 10), bar(7, 10)));

    assertThat(merged.gaps())
        .containsExactly(
            new BarGap(bar(2, 1).start(), bar(4, 1).start(), 2),
            new BarGap(bar(6, 1).start(), bar(7, 1).start(), 1));
    assertThat(put(bars(2, 4)).gaps()).isEmpty();
    assertThat(put(List.of(bar(9, 10))).gaps()).hasSize(1);
  }

  @Test
  void what_overlaps_a_bar_that_stands_is_refused_and_nothing_is_stored() throws Exception {
    put(bars(0, 3));
    Bar between = new Bar(ZERO.plusSeconds(60), 1, 1, 1, 1, 1);

    assertThatThrownBy(() -> put(List.of(between, bar(7, 10))))
        .isInstanceOf(RefusedInputException.class)
        .hasMessageContaining("bars must not overlap those that stand");
    assertThat(stored()).isEqualTo(bars(0, 3));
  }

  @Test
  void the_newest_200_stay_and_what_is_older_is_told() throws RefusedInputException {
    put(bars(100, 300));
    BarMerge merged = put(List.of(bar(0, 10), bar(300, 10)));

    assertThat(stored()).isEqualTo(bars(101, 301));
    assertThat(merged.tooOld()).isEqualTo(1);
    assertThat(merged.added()).isEqualTo(1);
  }

  @Test
  void bars_of_another_length_begin_a_history_of_their_own() throws RefusedInputException {
    put(bars(0, 3));
    BarHistory hours = new BarHistory(Duration.ofHours(1), List.of(bar(0, 10)));
    BarMerge merged = new PutBars(kept).put(TENANT, SPY, hours, NOW);

    assertThat(merged.isOtherLength()).isTrue();
    assertThat(kept.bars).contains(hours);
  }

  @Test
  void who_is_overtaken_begins_again_and_gives_up_in_the_end() throws Exception {
    kept.lostRaces = 19;
    put(bars(0, 1));
    assertThat(stored()).hasSize(1);
    kept.lostRaces = 20;
    assertThatThrownBy(() -> put(new ArrayList<>(bars(1, 2))))
        .isInstanceOf(UnavailableException.class);
  }
}
