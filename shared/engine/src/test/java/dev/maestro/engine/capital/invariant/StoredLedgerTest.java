package dev.maestro.engine.capital.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.OrderType;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.KeptIntentForm;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.TenantLedgerForm;
import dev.maestro.engine.claim.TradeRow;
import dev.maestro.engine.claim.check.LedgerCheck;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ledgers of any schedule, written, read again and held against their documents. */
class StoredLedgerTest {
  private static final int COMMANDS = 80;

  private static LedgerStage stage(SplittableRandom random) {
    return new RandomSchedule(random).run(COMMANDS);
  }

  private static TenantLedger kept(LedgerStage stage) {
    return new TenantLedger(
        stage.ledger(),
        new TreeMap<>(Map.of(new StrategyId("trend"), new Uid("owner"))),
        CapitalConfig.DEFAULTS);
  }

  private static KeptIntent kept(Intent intent, LedgerStage stage) {
    boolean isLimit = intent.isEntry();
    return new KeptIntent(
        AccountId.MAIN,
        intent,
        new OrderInstructions(
            EntryMode.NORMAL,
            ExitMode.FAST_TP,
            isLimit ? OrderType.LIMIT : OrderType.MARKET,
            isLimit ? Optional.of(new BigDecimal("99.5")) : Optional.empty(),
            new BigDecimal("0.5"),
            !isLimit,
            "session"),
        stage.trade(intent.nonce().value()));
  }

  private static List<KeptIntent> intents(LedgerStage stage) {
    return stage.intents().values().stream().map(intent -> kept(intent, stage)).toList();
  }

  private static List<LedgerTrade> closes(LedgerStage stage) {
    return stage.trades().values().stream().filter(LedgerTrade::isClose).toList();
  }

  private static Ledger ungated(Ledger ledger) {
    return ledger.withControl(TradingControl.INITIAL).withPolicy(EntryPolicy.ALLOWS_ALL);
  }

  @Test
  void a_ledger_that_is_read_again_is_the_one_that_was_written() {
    Seeds.forEach(
        random -> {
          TenantLedger kept = kept(stage(random));
          TenantLedger read =
              TenantLedgerForm.FORM.read(Fields.of("", TenantLedgerForm.write(kept)));
          assertThat(ungated(read.ledger())).isEqualTo(ungated(kept.ledger()));
          assertThat(read.ledger().control().fence()).isEqualTo(kept.ledger().control().fence());
          assertThat(read.owners()).isEqualTo(kept.owners());
          assertThat(read.config()).isEqualTo(kept.config());
          assertThat(LedgerInvariants.of(read.ledger(), read.config())).isEmpty();
        });
  }

  @Test
  void what_is_read_is_reducing_and_allows_nothing_until_the_gates_are_filled_in() {
    Map<String, Object> written = TenantLedgerForm.write(kept(LedgerStage.ready()));
    Ledger read = TenantLedgerForm.FORM.read(Fields.of("", written)).ledger();
    assertThat(read.control().state()).isEqualTo(TradingState.REDUCING);
    assertThat(read.policy()).isEqualTo(EntryPolicy.ALLOWS_NOTHING);
  }

  @Test
  void intents_that_are_read_again_are_those_that_were_written() {
    Seeds.forEach(
        random -> {
          for (KeptIntent kept : intents(stage(random))) {
            assertThat(KeptIntentForm.FORM.read(Fields.of("", KeptIntentForm.write(kept))))
                .isEqualTo(kept);
          }
        });
  }

  /** In every list and map, however deep: what is taken away is missed. */
  @Test
  void nothing_that_was_written_may_be_missing_anywhere() {
    for (long seed = 1; seed <= 20; seed++) {
      Map<String, Object> written = TenantLedgerForm.write(kept(stage(new SplittableRandom(seed))));
      for (Map<String, Object> damaged : withoutOneField(written)) {
        assertThatThrownBy(() -> TenantLedgerForm.FORM.read(Fields.of("", damaged)))
            .isInstanceOf(UnreadableValueException.class);
      }
    }
  }

  @Test
  void another_format_is_not_read() {
    Map<String, Object> written = TenantLedgerForm.write(kept(LedgerStage.ready()));
    written.put("format", 2L);
    assertThatThrownBy(() -> TenantLedgerForm.FORM.read(Fields.of("", written)))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("format");
  }

  @Test
  void people_are_shown_no_token() {
    LedgerStage stage = LedgerStage.ready().bought("n1", "trend", "AAPL", "10", "1000");
    Map<String, Object> shown = KeptIntentForm.VIEW.write(intents(stage).get(0));
    assertThat(shown).doesNotContainKeys("token_hash", "trade", "stop_price", "report_by");
    assertThat(shown).containsEntry("state", "FILLED").containsEntry("limit_price", "99.5");
  }

  @Test
  void every_trade_is_a_row_that_the_journal_can_use() {
    Seeds.forEach(
        random -> {
          LedgerStage stage = stage(random);
          for (LedgerTrade trade : stage.trades().values()) {
            if (trade.agent().isPresent()) {
              TradeRow row =
                  new TradeRow(new Uid("owner"), new TenantId("acme"), AccountId.MAIN, trade);
              TradeReading reading =
                  TradeReader.readStored(
                      RawTrade.of(TradeRow.VIEW.write(row)),
                      trade.id(),
                      stage.now().plus(Duration.ofDays(1)));
              assertThat(reading).isInstanceOf(TradeReading.Usable.class);
              assertThat(((TradeReading.Usable) reading).trade().realizedPnl())
                  .isEqualByComparingTo(trade.realizedPnl().value());
            }
          }
        });
  }

  @Test
  void the_check_finds_nothing_where_all_agree() {
    Seeds.forEach(
        random -> {
          LedgerStage stage = stage(random);
          assertThat(LedgerCheck.findings(kept(stage), intents(stage), closes(stage), true))
              .isEmpty();
        });
  }

  @Test
  void the_check_names_every_amount_that_was_changed_by_hand() {
    LedgerStage stage = LedgerStage.ready().bought("n1", "trend", "AAPL", "10", "1000");
    stage.buy("n2", "trend", "MSFT");
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.fills("x1", "4", "480");
    List<KeptIntent> intents = intents(stage);
    Map<String, Object> ledger = TenantLedgerForm.write(kept(stage));

    assertThat(check(edited(ledger, "holdings", "cost", "599"), intents))
        .anyMatch(finding -> finding.contains("P&L"));
    assertThat(check(edited(ledger, "intents", "notional", "1"), intents))
        .anyMatch(finding -> finding.contains("n2") && finding.contains("notional"));
    assertThat(check(edited(ledger, "latest_trades", "turnover", "1"), intents))
        .anyMatch(finding -> finding.contains("x1") && finding.contains("turnover"));
    assertThat(check(ledger, intents.subList(0, 1)))
        .anyMatch(finding -> finding.contains("n2") && finding.contains("no document"));
    Map<String, Object> forgotten = new LinkedHashMap<>(ledger);
    forgotten.put("intents", List.of());
    assertThat(check(forgotten, intents))
        .anyMatch(finding -> finding.contains("n2") && finding.contains("not open in the ledger"));
  }

  private static List<String> check(Map<String, Object> ledger, List<KeptIntent> intents) {
    TenantLedger read = TenantLedgerForm.FORM.read(Fields.of("", ledger));
    return LedgerCheck.findings(read, intents, List.of(), true);
  }

  /** The first row of a list, with another value. */
  private static Map<String, Object> edited(
      Map<String, Object> fields, String list, String name, Object value) {
    List<Object> rows = new ArrayList<>((List<?>) fields.get(list));
    Map<String, Object> row = copy((Map<?, ?>) rows.get(0));
    row.put(name, value);
    rows.set(0, row);
    Map<String, Object> other = new LinkedHashMap<>(fields);
    other.put(list, rows);
    return other;
  }

  private static List<Map<String, Object>> withoutOneField(Map<String, Object> fields) {
    List<Map<String, Object>> damaged = new ArrayList<>();
    for (Map.Entry<String, Object> entry : fields.entrySet()) {
      Map<String, Object> fewer = new LinkedHashMap<>(fields);
      fewer.remove(entry.getKey());
      damaged.add(fewer);
      for (Object part : withoutOneField(entry)) {
        Map<String, Object> other = new LinkedHashMap<>(fields);
        other.put(entry.getKey(), part);
        damaged.add(other);
      }
    }
    return damaged;
  }

  private static List<Object> withoutOneField(Map.Entry<String, Object> entry) {
    List<Object> damaged = new ArrayList<>();
    if (entry.getValue() instanceof Map<?, ?> map && !entry.getKey().equals("owners")) {
      damaged.addAll(withoutOneField(copy(map)));
    } else if (entry.getValue() instanceof List<?> list && !list.isEmpty()) {
      if (list.get(0) instanceof Map<?, ?> row) {
        for (Map<String, Object> part : withoutOneField(copy(row))) {
          List<Object> rows = new ArrayList<>(list);
          rows.set(0, part);
          damaged.add(rows);
        }
      }
    }
    return damaged;
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }
}
