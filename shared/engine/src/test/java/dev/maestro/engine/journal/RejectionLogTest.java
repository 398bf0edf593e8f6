package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.Rejection.Log.MAX_NAMELESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.TradeReading.Rejected;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept of the rows that cannot be used, however many there are. */
class RejectionLogTest {
  private static Rejected nameless(long line) {
    return new Rejected("line:" + line, RejectReason.ZERO_CAPITAL);
  }

  private static Rejection.Log nameless(long from, long to) {
    Rejection.Log log = new Rejection.Log();
    for (long line = from; line <= to; line++) {
      log.add(nameless(line), line);
    }
    return log;
  }

  @Test
  void of_rows_without_an_id_the_newest_are_kept_and_all_are_counted() {
    Rejection.Log log = nameless(2, 1_000_001);
    assertThat(log.count()).isEqualTo(1_000_000);
    List<Rejection> kept = log.kept();
    assertThat(kept).hasSize(MAX_NAMELESS);
    assertThat(kept.get(0).line()).hasValue(1_000_002 - MAX_NAMELESS);
    assertThat(kept.get(MAX_NAMELESS - 1).line()).hasValue(1_000_001);
  }

  @Test
  void up_to_the_bound_nothing_is_forgotten() {
    Rejection.Log log = nameless(1, MAX_NAMELESS);
    assertThat(log.kept()).hasSize(MAX_NAMELESS);
    assertThat(log.count()).isEqualTo(MAX_NAMELESS);
  }

  @Test
  void rows_without_an_id_push_out_none_that_has_one() {
    Rejection.Log log = new Rejection.Log();
    log.add(new Rejected("t1", RejectReason.BAD_TIME_CLOSED_AT), 1);
    for (long line = 2; line <= 3L * MAX_NAMELESS; line++) {
      log.add(nameless(line), line);
    }
    assertThat(log.kept().get(0).tradeId()).isEqualTo("t1");
    assertThat(log.count()).isEqualTo(3L * MAX_NAMELESS);
    log.takeBack("t1");
    assertThat(log.count()).isEqualTo(3L * MAX_NAMELESS - 1);
    assertThat(log.kept()).allMatch(Rejection::isNameless);
  }

  @Test
  void an_id_that_looks_like_another_line_is_an_id() {
    Rejection.Log log = new Rejection.Log();
    log.add(new Rejected("line:7", RejectReason.ZERO_CAPITAL), 3);
    assertThat(log.kept().get(0).isNameless()).isFalse();
    log.takeBack("line:7");
    assertThat(log.count()).isZero();
  }

  @Test
  void a_new_pass_of_a_fold_counts_anew() {
    JournalFold fold = new JournalFold(2, Set.of());
    for (int pass = 0; pass < 2; pass++) {
      fold.startPass();
      for (long line = 1; line <= MAX_NAMELESS + 5; line++) {
        fold.add(nameless(line), line);
      }
    }
    assertThat(fold.rejectionCount()).isEqualTo(MAX_NAMELESS + 5);
    assertThat(fold.rejections()).hasSize(MAX_NAMELESS);
  }
}
