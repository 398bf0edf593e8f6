package dev.maestro.testing.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.inbox.KeptSignal;
import dev.maestro.engine.signal.inbox.NewestSignalPort;
import dev.maestro.engine.signal.inbox.SignalInbox;
import dev.maestro.engine.signal.inbox.SignalInbox.Outcome;
import dev.maestro.engine.signal.inbox.StandingSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, what is newest and what comes too late, on one store. */
public abstract class SignalInboxContract {
  protected static final TenantId TENANT = new TenantId("acme");
  protected static final StrategyId TREND = new StrategyId("trend");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final Fields BUY = Fields.of("", sent("BUY", NOON));
  private static final Fields SELL = Fields.of("", sent("SELL", NOON));
  private static final Fields BUY_LATER = Fields.of("", sent("BUY", NOON.plusSeconds(59)));

  private NewestSignalPort signals;

  /** An empty store with the tenant {@code acme} that has the strategy {@code trend}. */
  protected abstract NewestSignalPort storeOfTrend();

  @BeforeEach
  void one_strategy() {
    signals = storeOfTrend();
  }

  private static Map<String, Object> sent(String action, Instant generatedAt) {
    return Map.of("action", action, "symbol", "SPY", "generated_at", generatedAt.toString());
  }

  private Outcome put(Map<String, Object> fields, Instant now) throws RefusedInputException {
    return new SignalInbox(signals).put(TENANT, TREND, Fields.of("", fields), "bot", now).outcome();
  }

  private Object standing() {
    return signals.find(TENANT, TREND).orElseThrow().sent().orElseThrow();
  }

  @Test
  void the_newest_stands_by_its_own_time_and_a_late_one_never_takes_its_place() throws Exception {
    assertThat(put(sent("BUY", NOON), NOON)).isEqualTo(Outcome.STORED);
    assertThat(put(sent("SELL", NOON.plusSeconds(2)), NOON.plusSeconds(2)))
        .isEqualTo(Outcome.STORED);
    assertThat(put(sent("HOLD", NOON.plusSeconds(1)), NOON.plusSeconds(9)))
        .isEqualTo(Outcome.NOT_NEWER);
    assertThat(standing()).isEqualTo(sent("SELL", NOON.plusSeconds(2)));
  }

  @Test
  void the_same_again_changes_nothing_and_another_of_the_same_time_is_not_newer() throws Exception {
    put(sent("BUY", NOON), NOON);
    assertThat(put(sent("BUY", NOON), NOON.plusSeconds(5))).isEqualTo(Outcome.UNCHANGED);
    assertThat(put(sent("SELL", NOON), NOON.plusSeconds(5))).isEqualTo(Outcome.NOT_NEWER);
    assertThat(standing()).isEqualTo(sent("BUY", NOON));
  }

  @Test
  void a_signal_without_a_time_has_the_one_at_which_it_came() throws Exception {
    put(Map.of("action", "HOLD"), NOON);
    assertThat(standing()).isEqualTo(Map.of("action", "HOLD", "generated_at", NOON.toString()));
    assertThat(put(sent("BUY", NOON.minusSeconds(1)), NOON.plusSeconds(60)))
        .isEqualTo(Outcome.NOT_NEWER);
  }

  @Test
  void a_strategy_that_is_not_registered_has_no_signals() throws Exception {
    SignalInbox inbox = new SignalInbox(signals);
    SignalInbox.Receipt receipt = inbox.put(TENANT, new StrategyId("stranger"), BUY, "bot", NOON);
    assertThat(receipt)
        .isEqualTo(new SignalInbox.Receipt(Outcome.NOT_REGISTERED, Optional.empty()));
    assertThat(inbox.put(new TenantId("nobody"), TREND, BUY, "bot", NOON).outcome())
        .isEqualTo(Outcome.NOT_REGISTERED);
  }

  @Test
  void what_is_stored_is_told_as_it_was_read() throws Exception {
    SignalInbox inbox = new SignalInbox(signals);
    Map<String, Object> buy = new HashMap<>(sent("BUY", NOON));
    buy.put("allocation", "much");
    assertThat(inbox.put(TENANT, TREND, Fields.of("", buy), "bot", NOON).signal())
        .hasValueSatisfying(
            signal -> {
              assertThat(signal.generatedAt()).isEqualTo(NOON);
              assertThat(signal.entryError()).as("it opens nothing").isPresent();
            });
    assertThat(inbox.put(TENANT, TREND, SELL, "bot", NOON).signal()).isEmpty();
  }

  @Test
  void what_cannot_be_read_names_its_field_and_leaves_what_stands() throws Exception {
    put(sent("BUY", NOON), NOON);
    refused("quantitiy", Map.of("action", "SELL", "symbol", "SPY", "quantitiy", "1"));
    refused("action", Map.of("action", "BUY BUY"));
    refused("strategy", Map.of("action", "HOLD", "strategy", "another"));
    refused("generated_at", sent("HOLD", NOON.plusSeconds(3600)));
    refused("metadata", Map.of("action", "HOLD", "metadata", Map.of("m", List.of(List.of(1L)))));
    refused("metadata", Map.of("action", "HOLD", "metadata", Map.of("__name__", 1L)));
    assertThat(standing()).isEqualTo(sent("BUY", NOON));
  }

  private void refused(String field, Map<String, Object> fields) {
    assertThatThrownBy(() -> put(fields, NOON))
        .isInstanceOfSatisfying(
            RefusedInputException.class, refused -> assertThat(refused.field()).startsWith(field));
  }

  @Test
  void of_signals_sent_at_once_the_newest_stands() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(4);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Instant time = NOON.plusSeconds((i * 7) % 16);
      outcomes.add(senders.submit(() -> put(sent("BUY", time), NOON.plusSeconds(60))));
    }
    for (Future<Outcome> outcome : outcomes) {
      assertThat(outcome.get()).isIn(Outcome.STORED, Outcome.NOT_NEWER);
    }
    senders.shutdown();
    assertThat(standing()).isEqualTo(sent("BUY", NOON.plusSeconds(15)));
  }

  @Test
  void who_is_overtaken_looks_again_and_gives_up_when_others_write_all_the_time() {
    AtomicInteger second = new AtomicInteger();
    NewestSignalPort busy =
        new NewestSignalPort() {
          @Override
          public Optional<StandingSignal> find(TenantId tenant, StrategyId strategy) {
            return signals.find(tenant, strategy);
          }

          @Override
          public boolean replace(
              TenantId tenant, StrategyId strategy, KeptSignal signal, StoreVersion before) {
            try {
              put(sent("HOLD", NOON.plusSeconds(second.incrementAndGet())), NOON.plusSeconds(60));
            } catch (RefusedInputException impossible) {
              throw new AssertionError(impossible);
            }
            return signals.replace(tenant, strategy, signal, before);
          }
        };
    assertThatThrownBy(() -> new SignalInbox(busy).put(TENANT, TREND, BUY_LATER, "bot", NOON))
        .isInstanceOf(UnavailableException.class);
    assertThat(second).hasValue(20);
    assertThat(standing()).isEqualTo(sent("HOLD", NOON.plusSeconds(20)));
  }
}
