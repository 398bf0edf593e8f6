package dev.maestro.bench;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Stake;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.Issue;
import dev.maestro.engine.capital.intent.OpenIntents;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.capital.intent.TokenHash;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One command on a ledger with 499 open intents, half of them in what is held already, and 499
 * holdings: as full as one that still reserves.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LedgerBenchmark {
  private static final int ENTRIES = 499;
  private static final int AGENTS = 20;
  private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");
  private static final CapitalConfig CONFIG = CapitalConfig.DEFAULTS;
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final Ledger full = fullLedger();
  private final LedgerCommand.Reserve entry = reserve();
  private final LedgerCommand.Claim claim = new LedgerCommand.Claim(nonce(250), "exec-1", TOKEN);
  private final LedgerCommand.Report report =
      new LedgerCommand.Report(
          nonce(251),
          TOKEN,
          Optional.of(new FilledSoFar(Quantity.of("1"), Money.of("100"), Money.of("0.1"))),
          NOW,
          true);
  private final LedgerCommand.Snapshot snapshot = snapshot(full);
  private final LedgerCommand.Exit exit =
      new LedgerCommand.Exit(new Nonce("exit"), key(250), Optional.empty());

  /** Every gate and every bound, and the reservation. */
  @Benchmark
  public Outcome reserveEntry() {
    return expect(run(entry, NOW), CommandCode.RESERVED);
  }

  /** Quantity in flight and the reservation. */
  @Benchmark
  public Outcome reserveExit() {
    return expect(run(exit, NOW), CommandCode.RESERVED);
  }

  /** The gates of a first claim, and the grant. */
  @Benchmark
  public Outcome claim() {
    return expect(run(claim, NOW), CommandCode.GRANTED);
  }

  /** A final fill. */
  @Benchmark
  public Outcome report() {
    return expect(run(report, NOW), CommandCode.RECORDED);
  }

  /** All holdings held against as many positions. */
  @Benchmark
  public Outcome snapshot() {
    return expect(run(snapshot, NOW.plusSeconds(30)), CommandCode.ACCEPTED);
  }

  private Outcome run(LedgerCommand command, Instant now) {
    return CapitalRules.apply(full, Archive.EMPTY, command, now, CONFIG);
  }

  private static Outcome expect(Outcome outcome, CommandCode code) {
    if (outcome.code() != code) {
      throw new IllegalStateException("the benchmark measures " + outcome.code());
    }
    return outcome;
  }

  private static Ledger fullLedger() {
    Ledger ledger =
        Ledger.empty("exec-1")
            .withAccount(
                new BrokerAccount(
                    Money.of("10000000"), Money.of("5000000"), NOW.minusSeconds(20), false));
    OpenIntents intents = OpenIntents.none(CONFIG.sizing().overfillFactor());
    for (int i = 0; i < ENTRIES; i++) {
      ledger = ledger.withBook(ledger.book().opened(holding(i)));
      Intent waiting = Intent.reserved(order(i));
      intents =
          intents.with(
              i % 2 == 0
                  ? waiting
                  : waiting.claimed(TokenHash.of(TOKEN), NOW.plus(Duration.ofMinutes(10))));
    }
    return ledger.withIntents(intents);
  }

  private static LedgerHolding holding(int at) {
    Stake stake =
        new Stake(Quantity.of("10.5"), Money.of("1050.1234"), Money.of("0.42"), Money.ZERO);
    return new LedgerHolding(key(at), stake, Optional.of(agent(at)), NOW.minusSeconds(3600L + at));
  }

  private static IntentOrder order(int at) {
    return IntentOrder.entry(
        nonce(at),
        key(at % 2 == 0 ? at : at + ENTRIES),
        OrderSide.BUY,
        Optional.of(agent(at)),
        Money.of("1234.56"),
        new PlannedPrice(Optional.of(BigDecimal.valueOf(100)), Optional.empty()),
        new Issue(0, NOW.minusSeconds(60), NOW.plusSeconds(540)));
  }

  private static LedgerCommand.Reserve reserve() {
    EntryTerms terms =
        new EntryTerms(
            OrderSide.BUY,
            new BigDecimal("0.25"),
            new BigDecimal("0.1"),
            Optional.of(BigDecimal.valueOf(100)),
            Optional.of(BigDecimal.valueOf(97)),
            Optional.of(BigDecimal.valueOf(101)),
            BigDecimal.ONE,
            BigDecimal.valueOf(80));
    return new LedgerCommand.Reserve(
        new Nonce("entry"),
        key(3 * ENTRIES),
        Optional.of(agent(3)),
        terms,
        true,
        2 * ENTRIES - 100,
        2 * ENTRIES);
  }

  private static LedgerCommand.Snapshot snapshot(Ledger ledger) {
    return new LedgerCommand.Snapshot(
        Optional.of(Money.of("10000000")),
        Optional.of(Money.of("5000000")),
        NOW.plusSeconds(20),
        Optional.of(
            ledger.book().holdings().all().stream()
                .map(
                    held ->
                        new ShownPosition(
                            Optional.of(held.key().symbol()),
                            Optional.of(held.quantity().value()),
                            Optional.of(BigDecimal.valueOf(100))))
                .toList()));
  }

  private static PositionKey key(int at) {
    return new PositionKey(new Symbol("SYM" + at), new Holder("strategy-" + at % 50));
  }

  private static AgentId agent(int at) {
    return new AgentId("agent-" + at % AGENTS);
  }

  private static Nonce nonce(int at) {
    return new Nonce("%032x".formatted(at * 7919L));
  }
}
