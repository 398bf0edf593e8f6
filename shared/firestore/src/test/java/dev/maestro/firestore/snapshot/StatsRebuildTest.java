package dev.maestro.firestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.Watermark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rebuild of the statistics says of up to when trades are known. */
class StatsRebuildTest {
  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");
  private static final String STATS = "tenants/T/" + StatsDocument.PATH;

  private final Stage stage = new Stage("demo-stats-rebuild");

  @BeforeEach
  void one_tenant() {
    stage.tenant(Map.of(), "A");
  }

  @Test
  void all_trades_up_to_its_time_are_known() {
    assertThat(rebuild(() -> {})).contains(NOW);
  }

  @Test
  void a_trade_written_late_while_the_journals_were_read_is_still_to_be_looked_for() {
    assertThat(rebuild(() -> Watermark.remove(stage.firestore, new TenantId("T")))).isEmpty();
  }

  @Test
  void so_it_is_if_a_cycle_has_looked_meanwhile() {
    Runnable lookedAt =
        () -> {
          Watermark.remove(stage.firestore, new TenantId("T"));
          stage.merge(STATS, Map.of("watermark", NOW.plusSeconds(60)));
        };
    assertThat(rebuild(lookedAt)).isEmpty();
  }

  @Test
  void so_it_is_if_there_were_no_statistics_to_say_it_in() {
    stage.delete(STATS);
    assertThat(rebuild(() -> Watermark.remove(stage.firestore, new TenantId("T")))).isEmpty();
  }

  /** The watermark after a rebuild from a journal as it was before something happened. */
  private Optional<Instant> rebuild(Runnable meanwhile) {
    TenantDay day =
        new TenantDayReader(stage.firestore, Map.of())
            .read(new TenantId("T"), LocalDate.parse("2026-03-04"), NOW);
    List<ClosedTrade> trades =
        List.of(
            new ClosedTrade(
                "u/1",
                Optional.of(new StrategyId("A")),
                Optional.empty(),
                NOW.minusSeconds(3600),
                new BigDecimal("5"),
                Optional.empty()));
    meanwhile.run();
    assertThat(new StatsRebuild(stage.firestore).rebuild(day, trades).isWritten()).isTrue();
    return StatsDocument.read(stage.fields(STATS)).watermark();
  }
}
