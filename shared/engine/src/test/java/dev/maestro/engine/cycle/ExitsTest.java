package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static dev.maestro.engine.signal.Spoken.shortSell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.control.ControlState;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.DecidedSignalForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing stands between a strategy and the door but a halt. */
class ExitsTest {
  private static final List<Spoken> LEAVING =
      List.of(sell("AAPL"), action("CLOSE_ALL").with("symbol", "AAPL"), action("CLOSE_ALL"));

  private static Scene holdingLong(Spoken spoken) {
    return Scene.where("trend", spoken).holds("trend", "AAPL", "10");
  }

  private static Scene holdingShort() {
    return Scene.where("trend", action("BUY").with("symbol", "AAPL")).holds("trend", "AAPL", "-7");
  }

  static Stream<UnaryOperator<Scene>> everythingThatStopsEntries() {
    return Stream.of(
        scene -> scene,
        scene -> scene.performs("trend", ThrottleMode.REDUCED),
        scene -> scene.performs("trend", ThrottleMode.SHADOW_MODE),
        scene -> scene.isUnreadable("trend"),
        Scene::inPanic,
        scene -> scene.under(Policies.blocked()),
        scene -> scene.under(Policies.excluding("AAPL")),
        scene -> scene.under(Policies.asking(1)),
        Scene::withoutPolicy,
        scene -> scene.switchedTo(TradingState.REDUCING),
        scene -> {
          scene.control = ControlState.UNKNOWN;
          return scene;
        },
        scene -> scene.is("trend", StrategyStatus.DISABLED),
        scene -> scene.is("trend", StrategyStatus.SHADOW),
        scene -> scene.selecting(Set.of(), Set.of()),
        scene -> scene.accountOf(Duration.ofDays(3)),
        scene -> scene.inFlight("trend", "AAPL"),
        Scene::withoutVix,
        scene -> {
          scene.buyingPower = "0";
          return scene;
        },
        scene ->
            scene
                .isUnreadable("trend")
                .inPanic()
                .withoutPolicy()
                .switchedTo(TradingState.REDUCING)
                .is("trend", StrategyStatus.DISABLED)
                .accountOf(Duration.ofDays(3))
                .withoutVix());
  }

  @ParameterizedTest
  @MethodSource("everythingThatStopsEntries")
  void an_exit_passes_whatever_stops_entries(UnaryOperator<Scene> obstacle) {
    for (Spoken spoken : LEAVING) {
      DecidedSignal exit = obstacle.apply(holdingLong(spoken)).verdictOn("trend");
      assertThat(exit.isApproved()).as(spoken + " " + exit.verdict()).isTrue();
      assertThat(exit.exitQuantity()).contains(new BigDecimal("10"));
      assertThat(exit.symbol()).contains(new Symbol("AAPL"));
      assertThat(exit.overrideReason()).isEmpty();
      assertThat(exit.cuts()).isEmpty();
      assertThat(DecidedSignalForm.RECORD.write(exit)).containsEntry("reduce_only", true);
    }
    DecidedSignal cover = obstacle.apply(holdingShort()).verdictOn("trend");
    assertThat(cover.isApproved()).isTrue();
    assertThat(cover.action().name()).isEqualTo("BUY");
    assertThat(cover.exitQuantity()).contains(new BigDecimal("7"));
  }

  @Test
  void a_halt_stops_exits() {
    for (Spoken spoken : LEAVING) {
      assertThat(holdingLong(spoken).switchedTo(TradingState.HALTED).against("trend"))
          .containsExactly("KILL_SWITCH");
    }
    assertThat(holdingShort().switchedTo(TradingState.HALTED).against("trend"))
        .containsExactly("KILL_SWITCH");
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "9.99, 9.99", "10, 10", "10.01, 10", "99999, 10"})
  void an_exit_never_exceeds_what_is_held(String asked, String given) {
    for (Spoken spoken : LEAVING) {
      assertThat(
              holdingLong(spoken.with("quantity", asked))
                  .verdictOn("trend")
                  .exitQuantity()
                  .orElseThrow())
          .isEqualByComparingTo(given);
    }
  }

  @Test
  void an_exit_of_the_rest_of_a_short_is_a_quantity_above_zero() {
    DecidedSignal cover =
        Scene.where("trend", action("BUY").with("symbol", "AAPL").with("quantity", 100))
            .holds("trend", "AAPL", "-2.5")
            .verdictOn("trend");
    assertThat(cover.exitQuantity()).contains(new BigDecimal("2.5"));
  }

  @Test
  void no_strategy_closes_what_another_holds() {
    for (Spoken spoken : LEAVING) {
      Scene scene = Scene.where("trend", spoken).with("other").holds("other", "AAPL", "10");
      assertThat(scene.against("trend")).containsExactly("NO_POSITION");
    }
    Scene cover =
        Scene.where("trend", action("BUY").with("symbol", "AAPL"))
            .with("other")
            .holds("other", "AAPL", "-10");
    assertThat(cover.verdictOn("trend").isExit()).isFalse();
  }

  @Test
  void an_exit_names_only_its_own_position() {
    Scene scene =
        holdingLong(sell("AAPL"))
            .holds("other", "AAPL", "90")
            .holds("trend", "MSFT", "5")
            .holds("", "AAPL", "1000");
    assertThat(scene.verdictOn("trend").exitQuantity()).contains(new BigDecimal("10"));
  }

  @Test
  void a_position_of_nobody_stays_unless_the_tenant_says_otherwise() {
    for (Spoken spoken : LEAVING) {
      Scene scene = Scene.where("trend", spoken).holds("", "AAPL", "10");
      assertThat(scene.against("trend")).containsExactly("NO_POSITION");
      scene.exitScopeAccount = true;
      assertThat(scene.against("trend")).isEmpty();
      assertThat(scene.verdictOn("trend").exitQuantity()).contains(BigDecimal.TEN);
    }
  }

  @Test
  void even_then_no_strategy_closes_what_another_holds() {
    for (Spoken spoken : LEAVING) {
      Scene scene = Scene.where("trend", spoken).with("other").holds("other", "AAPL", "10");
      scene.exitScopeAccount = true;
      assertThat(scene.against("trend")).containsExactly("NO_POSITION");
    }
  }

  @Test
  void its_own_position_comes_before_that_of_nobody_in_whatever_order_they_stand() {
    for (Spoken spoken : LEAVING) {
      Scene scene = holdingLong(spoken).holds("", "AAPL", "90").holds(" ", "AAPL", "5");
      scene.exitScopeAccount = true;
      assertThat(scene.verdictOn("trend").exitQuantity()).contains(BigDecimal.TEN);
      Collections.reverse(scene.positions);
      assertThat(scene.verdictOn("trend").exitQuantity()).contains(BigDecimal.TEN);
    }
  }

  @Test
  void close_all_is_one_exit_for_every_position_of_the_strategy() {
    Scene scene =
        holdingLong(action("CLOSE_ALL"))
            .holds("trend", "MSFT", "-3")
            .holds("trend", "BTC/USD", "0.5")
            .holds("other", "SPY", "9");
    List<DecidedSignal> exits = scene.decided("trend");
    assertThat(exits)
        .extracting(exit -> exit.symbol().orElseThrow().value())
        .containsExactly("AAPL", "BTC/USD", "MSFT");
    assertThat(exits)
        .extracting(exit -> exit.exitQuantity().orElseThrow().toPlainString())
        .containsExactly("10", "0.5", "3");
    assertThat(exits).allMatch(DecidedSignal::isApproved);
    assertThat(exits).extracting(exit -> exit.identity().nonce()).doesNotHaveDuplicates();
  }

  @Test
  void close_all_of_a_symbol_closes_that_one() {
    Scene scene =
        holdingLong(action("CLOSE_ALL").with("symbol", "aapl")).holds("trend", "MSFT", "3");
    assertThat(scene.verdictOn("trend").symbol()).contains(new Symbol("AAPL"));
  }

  @Test
  void a_long_that_is_sold_with_opens_short_is_an_exit_and_no_more() {
    DecidedSignal exit =
        holdingLong(shortSell("AAPL").with("quantity", 25)).mayShort("trend").verdictOn("trend");
    assertThat(exit.isExit()).isTrue();
    assertThat(exit.exitQuantity()).contains(BigDecimal.TEN);
    assertThat(exit.allocation()).isZero();
  }

  @Test
  void to_buy_what_is_held_long_or_sell_what_is_held_short_is_no_exit() {
    assertThat(holdingLong(buy("AAPL")).against("trend")).containsExactly("ALREADY_HELD");
    assertThat(Scene.where("trend", sell("AAPL")).holds("trend", "AAPL", "-1").against("trend"))
        .containsExactly("NO_POSITION");
  }

  @Test
  void entry_fields_that_make_no_sense_do_not_stop_an_exit() {
    Spoken spoken =
        sell("AAPL")
            .with("allocation", 2.5)
            .with("confidence", "NaN")
            .with("price", 0)
            .with("stop_price", List.of())
            .with("opens_short", "perhaps");
    assertThat(holdingLong(spoken).against("trend")).isEmpty();
  }

  @Test
  void an_exit_that_expired_or_comes_from_a_stranger_is_no_exit() {
    assertThat(holdingLong(sell("AAPL")).later(Duration.ofHours(1)).against("trend"))
        .containsExactly("STALE_SIGNAL");
    Scene stranger = Scene.calm().says("gone", sell("AAPL")).holds("gone", "AAPL", "10");
    assertThat(stranger.against("gone")).containsExactly("STRATEGY_NOT_ALLOWED");
  }

  @Test
  void no_exit_is_approved_without_a_known_position() {
    Scene scene = holdingLong(sell("AAPL"));
    scene.ledgerIsReadable = false;
    assertThat(scene.against("trend")).containsExactly("STALE_ACCOUNT", "NO_POSITION");
  }

  @Test
  void an_exit_passes_without_an_account_since_the_ledger_knows_what_is_held() {
    assertThat(holdingLong(sell("AAPL")).withoutAccount().against("trend")).isEmpty();
  }

  @Test
  void what_is_flattened_is_closed_without_a_signal_and_recorded() {
    Scene scene =
        Scene.calm()
            .with("trend")
            .holds("trend", "AAPL", "10")
            .holds("", "MSFT", "-2")
            .switchedTo(TradingState.REDUCING);
    assertThat(scene.run().record().fields()).doesNotContainKey("flattened");
    scene.isFlattening = true;
    CycleOutcome outcome = scene.run();
    assertThat(String.valueOf(outcome.record().fields().get("flattened")))
        .contains("AAPL", "SELL", "10", "MSFT", "BUY", "2");
    assertThat(outcome.capital().orElseThrow().instructions()).hasSize(2);
  }
}
