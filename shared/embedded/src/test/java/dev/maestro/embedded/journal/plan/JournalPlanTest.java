package dev.maestro.embedded.journal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which row of a trade counts. */
class JournalPlanTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final String HEADER =
      "trade_id,agent_id,closed_at,realized_pnl,entry_price,quantity\n";
  private static final String BOUGHT = ",trend,2026-01-05T00:00:00Z,";

  @TempDir private Path folder = Path.of("");

  private JournalPlan plan(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("journal.csv"), HEADER + rows);
    JournalPlan plan = new JournalPlan();
    JournalFile.open(file).forEachRow(NOW, plan, ReadProgress.NONE);
    return plan;
  }

  @Test
  void the_last_usable_row_of_a_trade_counts() throws IOException {
    JournalPlan plan =
        plan("a" + BOUGHT + "1,10,1\nb" + BOUGHT + "5,10,1\na" + BOUGHT + "2,10,1\n");
    assertThat(plan.isLast("a", 2)).isFalse();
    assertThat(plan.isLast("b", 3)).isTrue();
    assertThat(plan.isLast("a", 4)).isTrue();
    assertThat(plan.rows()).isEqualTo(3);
    assertThat(plan.usable()).isEqualTo(3);
  }

  @Test
  void a_row_that_cannot_be_used_takes_nothing_from_the_usable_one_before_it() throws IOException {
    JournalPlan plan = plan("a" + BOUGHT + "1,10,1\na" + BOUGHT + "much,10,1\n");
    assertThat(plan.isLast("a", 2)).isTrue();
    assertThat(plan.usable()).isEqualTo(1);
    assertThat(plan.rejections()).extracting(Rejection::tradeId).containsExactly("a");
  }

  @Test
  void a_usable_row_takes_back_the_rejection_before_it() throws IOException {
    JournalPlan plan = plan("a" + BOUGHT + "much,10,1\na" + BOUGHT + "1,10,1\n");
    assertThat(plan.rejections()).isEmpty();
    assertThat(plan.isLast("a", 3)).isTrue();
  }

  @Test
  void a_trade_that_is_open_has_no_row_that_counts() throws IOException {
    JournalPlan plan = plan("a,trend,,1,10,1\n");
    assertThat(plan.open()).isEqualTo(1);
    assertThat(plan.isLast("a", 2)).isFalse();
  }

  @Test
  void of_rejected_rows_without_an_id_the_newest_are_kept_and_all_are_counted() throws IOException {
    JournalPlan plan = plan("x,trend,soon,1,10,1\n" + ",trend,soon,1,10,1\n".repeat(5000));
    assertThat(plan.rejectionCount()).isEqualTo(5001);
    assertThat(plan.rejections()).hasSize(Rejection.Log.MAX_NAMELESS + 1);
    assertThat(plan.rejections().get(Rejection.Log.MAX_NAMELESS).line()).hasValue(5002);
  }
}
