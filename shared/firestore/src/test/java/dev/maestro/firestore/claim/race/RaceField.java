package dev.maestro.firestore.claim.race;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.OrderType;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.LedgerRun;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.claim.LedgerScene;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a race begins with: entries that together reserve nearly all buying power, exits of all that
 * is held, each in a symbol of its own. Entries cost 100 each, and so did what is held.
 */
public final class RaceField {
  /** What the broker says may be spent. */
  public static final Money BUYING_POWER = Money.of("1000000");

  /** What is held of each symbol that has an exit. */
  public static final BigDecimal HELD = BigDecimal.TEN;

  /** What everything costs. */
  public static final BigDecimal PRICE = BigDecimal.valueOf(100);

  private static final AgentId AGENT = new AgentId("agent-trend");
  private static final Money EQUITY = Money.of("2000000");
  private static final BigDecimal SHARE = new BigDecimal("0.49");

  private final LedgerRun run;
  private final Instant now;

  private RaceField(Instant now) {
    this.now = now;
    CapitalConfig defaults = CapitalConfig.DEFAULTS;
    CapitalConfig patient =
        new CapitalConfig(
            defaults.sizing(),
            defaults.times(),
            defaults.repeatLimit(),
            Integer.MAX_VALUE,
            defaults.maxOpen());
    TenantLedger born =
        TenantLedger.born(
            LedgerDesk.EXECUTOR,
            new TreeMap<>(Map.of(new StrategyId("trend"), LedgerDesk.OWNER)),
            patient);
    TenantLedger open =
        born.with(
            born.ledger().withControl(TradingControl.INITIAL).withPolicy(EntryPolicy.ALLOWS_ALL));
    this.run = new LedgerRun(LedgerChanges.none(open), now);
  }

  /** Lays it in a store, under an open switch, and names its intents, entries first. */
  public static List<Nonce> lay(LedgerScene scene, Instant now, int entries, int exits) {
    RaceField field = new RaceField(now);
    field.hold(exits);
    for (int i = 0; i < entries; i++) {
      field.enter(new Nonce("entry-" + i), key("E" + i), entries);
    }
    for (int i = 0; i < exits; i++) {
      field.reserve(new LedgerCommand.Exit(new Nonce("exit-" + i), key("X" + i), Optional.empty()));
    }
    LedgerChanges laid = field.run.changes();
    List<KeptIntent> intents =
        laid.reserved(AccountId.MAIN).stream().map(LedgerChanges.Reserved::intent).toList();
    scene.given(LedgerDesk.TENANT, TradingControl.INITIAL);
    scene.given(LedgerDesk.TENANT, AccountId.MAIN, laid.ledger(), intents);
    return intents.stream().map(kept -> kept.intent().nonce()).toList();
  }

  private void hold(int symbols) {
    List<LedgerCommand.ShownPosition> shown = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      shown.add(
          new LedgerCommand.ShownPosition(
              Optional.of(key("X" + i).symbol()), Optional.of(HELD), Optional.of(PRICE)));
    }
    must(
        CommandCode.ACCEPTED,
        new LedgerCommand.Snapshot(
            Optional.of(EQUITY), Optional.of(BUYING_POWER), now, Optional.of(shown)));
    for (int i = 0; i < symbols; i++) {
      must(
          CommandCode.ACCEPTED,
          new LedgerCommand.Assign(key("X" + i), AGENT, HELD, "op-1", "was there before"));
    }
  }

  private void enter(Nonce nonce, PositionKey key, int entries) {
    EntryTerms terms =
        new EntryTerms(
            OrderSide.BUY,
            BigDecimal.ONE,
            SHARE.divide(BigDecimal.valueOf(entries), 10, RoundingMode.DOWN),
            Optional.of(PRICE),
            Optional.of(new BigDecimal("98")),
            Optional.of(PRICE),
            BigDecimal.valueOf(50),
            BigDecimal.valueOf(300));
    reserve(new LedgerCommand.Reserve(nonce, key, Optional.of(AGENT), terms, false, 500, 500));
  }

  private void reserve(LedgerCommand command) {
    CommandCode code = run.reserve(command.nonce().orElseThrow(), command, instructions()).code();
    if (code != CommandCode.RESERVED) {
      throw new IllegalStateException(command + " was not reserved: " + code);
    }
  }

  private void must(CommandCode code, LedgerCommand command) {
    CommandCode answered = run.run(command).code();
    if (answered != code) {
      throw new IllegalStateException(command + " was answered " + answered);
    }
  }

  private static PositionKey key(String symbol) {
    return LedgerDesk.key("trend", symbol);
  }

  private static OrderInstructions instructions() {
    return new OrderInstructions(
        EntryMode.NORMAL,
        ExitMode.TREND_FOLLOW,
        OrderType.MARKET,
        Optional.empty(),
        new BigDecimal("0.5"),
        false,
        "acme_20260302T120000Z");
  }
}
