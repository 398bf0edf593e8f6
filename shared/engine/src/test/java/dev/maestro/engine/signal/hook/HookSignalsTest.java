package dev.maestro.engine.signal.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.signal.inbox.KeptSignal;
import dev.maestro.engine.signal.inbox.NewestSignalPort;
import dev.maestro.engine.signal.inbox.SignalInbox;
import dev.maestro.engine.signal.inbox.StandingSignal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookSignalsTest {
  private final Map<String, KeptSignal> kept = new HashMap<>();
  private final HookSignals signals =
      new HookSignals(
          new SignalInbox(
              new NewestSignalPort() {
                @Override
                public Optional<StandingSignal> find(TenantId tenant, StrategyId strategy) {
                  return Optional.of(
                      new StandingSignal(
                          Optional.empty(), Optional.empty(), new StoreVersion() {}));
                }

                @Override
                public boolean replace(
                    TenantId tenant, StrategyId strategy, KeptSignal signal, StoreVersion before) {
                  kept.put(tenant + "/" + strategy, signal);
                  return true;
                }
              }));

  private static Map<String, Object> chart() {
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("secret", "s3cret");
    sent.put("ticker", "spy");
    sent.put("side", "buy");
    sent.put("close", "101.5");
    sent.put("allocation", "0.25");
    sent.put("confidence", "0.8");
    return sent;
  }

  private static Hook hook() {
    return Hooks.of("s3cret", Map.of("symbol", "ticker", "action", "side", "price", "close"));
  }

  private SignalInbox.Receipt put(Hook hook, Map<String, ?> sent) throws RefusedInputException {
    return signals.put(hook, Fields.of("", sent), Hooks.NOW);
  }

  @Test
  void fields_are_mapped_by_name_and_the_secret_is_kept_nowhere() throws Exception {
    SignalInbox.Receipt receipt = put(hook(), chart());

    assertThat(receipt.outcome()).isEqualTo(SignalInbox.Outcome.STORED);
    assertThat(receipt.signal().orElseThrow().entryError()).isEmpty();
    KeptSignal signal = Optional.ofNullable(kept.get("acme/trend")).orElseThrow();
    assertThat(signal.fields().names())
        .containsExactly("action", "allocation", "confidence", "generated_at", "price", "symbol");
    assertThat(signal.fields().values().toString()).doesNotContain("s3cret");
    assertThat(signal.receivedBy()).isEqualTo("hook:" + Hooks.ID);
  }

  @ParameterizedTest
  @CsvSource({
    "ticker, TSLA, ticker",
    "ticker, $$, ticker",
    "strategy, other, strategy",
    "interval, 5m, interval",
    "symbol, SPY, symbol",
    "action, SELL, action",
    "side, jump, action",
  })
  void a_foreign_symbol_or_strategy_and_a_name_that_nobody_knows_are_named(
      String name, String value, String field) {
    Map<String, Object> sent = chart();
    sent.put(name, value);

    assertThatThrownBy(() -> put(hook(), sent))
        .isInstanceOfSatisfying(
            RefusedInputException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.getMessage()).doesNotContain("s3cret");
            });
    assertThat(kept).isEmpty();
  }

  @Test
  void what_names_no_symbol_is_about_all_of_them_and_refused() {
    Map<String, Object> sent = chart();
    sent.remove("ticker");
    sent.put("side", "close_all");
    assertThatThrownBy(() -> put(hook(), sent)).hasMessageStartingWith("ticker must be one of");
  }

  @Test
  void without_names_of_its_own_a_hook_takes_a_signal_as_it_is() throws Exception {
    Map<String, Object> plain =
        Map.of("secret", "x", "action", "SELL", "symbol", "AAPL", "quantity", "3");
    assertThat(put(Hooks.of("x", Map.of()), plain).outcome()).isEqualTo(SignalInbox.Outcome.STORED);
  }
}
