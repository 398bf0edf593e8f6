package dev.maestro.embedded.journal.pnl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Journals of traders of any luck, whose signs are then lost or turned: always told, else never.
 */
class SignCheckTest {
  private static final int JOURNALS = 400;

  private final SplittableRandom random = new SplittableRandom(1414);

  /** A trade as its journal has it; the P&amp;L is net of costs. */
  private record Row(String symbol, double entry, double exit, double size, double pnl) {
    boolean isLoser() {
      return (exit - entry) * size < 0;
    }

    Row withPnl(double other) {
      return new Row(symbol, entry, exit, size, other);
    }
  }

  private List<Row> journal() {
    List<Row> rows = new ArrayList<>();
    double luck = random.nextDouble(0.2, 0.8);
    for (int i = random.nextInt(12, 60); i > 0; i--) {
      double entry = rounded(random.nextDouble(5, 500));
      boolean isShort = random.nextInt(3) == 0;
      boolean isWin = random.nextDouble() < luck;
      double part = random.nextDouble(0.02, 0.10);
      double exit = rounded(entry * (1 + (isWin == isShort ? -part : part)));
      double size = random.nextInt(1, 200) * (isShort ? -1 : 1);
      double costs = (entry + exit) * Math.abs(size) * random.nextDouble(0, 0.002);
      String symbol = "S" + random.nextInt(5);
      rows.add(new Row(symbol, entry, exit, size, rounded((exit - entry) * size - costs)));
    }
    return rows;
  }

  private static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static SignCheck signs(List<Row> rows, UnaryOperator<Row> change) {
    PnlCheck check = new PnlCheck();
    for (Row each : rows) {
      Row row = change.apply(each);
      Trade trade =
          new Trade(
              "t",
              "A",
              Instant.EPOCH,
              BigDecimal.valueOf(row.pnl()),
              BigDecimal.valueOf(row.entry()),
              BigDecimal.valueOf(row.size()),
              BigDecimal.ONE);
      TradedSide direction = row.size() < 0 ? TradedSide.SHORT : TradedSide.LONG;
      check.add(trade, row.symbol(), BigDecimal.valueOf(row.exit()), direction);
    }
    return check.signs();
  }

  @Test
  void signs_that_are_right_are_left_alone() {
    for (int i = 0; i < JOURNALS; i++) {
      SignCheck signs = signs(journal(), row -> row);
      assertThat(signs.isSystematic()).isFalse();
      assertThat(signs.turned()).isEmpty();
    }
  }

  @Test
  void a_side_that_is_read_the_wrong_way_round_is_told() {
    for (int i = 0; i < JOURNALS; i++) {
      SignCheck signs =
          signs(
              journal(),
              row -> new Row(row.symbol(), row.entry(), row.exit(), -row.size(), row.pnl()));
      assertThat(signs.isSystematic()).isTrue();
      assertThat(signs.turned()).isNotEmpty();
    }
  }

  @Test
  void a_pnl_of_the_other_sign_is_told() {
    for (int i = 0; i < JOURNALS; i++) {
      assertThat(signs(journal(), row -> row.withPnl(-row.pnl())).isSystematic()).isTrue();
    }
  }

  @Test
  void losses_without_their_minus_are_told() {
    for (int i = 0; i < JOURNALS; i++) {
      List<Row> rows = journal();
      SignCheck signs = signs(rows, row -> row.withPnl(Math.abs(row.pnl())));
      boolean hasLosses = rows.stream().filter(Row::isLoser).count() >= 2;
      assertThat(signs.isMinusLost()).isEqualTo(hasLosses);
      assertThat(signs.isSystematic()).isEqualTo(hasLosses);
    }
  }

  @Test
  void one_symbol_that_is_turned_is_named() {
    for (int i = 0; i < JOURNALS; i++) {
      List<Row> rows = journal();
      boolean isFew = rows.stream().filter(row -> row.symbol().equals("S3")).count() < 3;
      SignCheck signs =
          signs(rows, row -> row.symbol().equals("S3") ? row.withPnl(-row.pnl()) : row);
      assertThat(signs.isSystematic() || isFew).isTrue();
      if (!isFew) {
        assertThat(signs.turned()).extracting(SignCheck.Turned::instrument).containsAnyOf("S3", "");
      }
    }
  }

  @Test
  void a_file_that_never_says_a_side_is_known_as_such() {
    PnlCheck check = new PnlCheck();
    Trade trade =
        new Trade(
            "t",
            "A",
            Instant.EPOCH,
            BigDecimal.ONE,
            BigDecimal.TEN,
            BigDecimal.ONE,
            BigDecimal.ONE);
    check.add(trade, "X", BigDecimal.valueOf(11), TradedSide.UNSAID);
    assertThat(check.signs().isUnsaid()).isTrue();
    assertThat(TradedSide.of(" Sell ")).isEqualTo(TradedSide.SHORT);
    assertThat(TradedSide.of("net")).isEqualTo(TradedSide.UNSAID);
  }
}
