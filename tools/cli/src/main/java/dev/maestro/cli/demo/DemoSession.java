package dev.maestro.cli.demo;

import dev.maestro.cli.CommandFailure;
import dev.maestro.embedded.demo.DemoMarket;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.embedded.demo.ScriptedAgent;
import dev.maestro.embedded.tenant.EmbeddedTenant;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.market.host.MarketDesk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A market session of the demo world on one embedded tenant. Every half hour bars, account and
 * signals come, a slot is conducted, what it approved is filled at the next bar's open, trades
 * close and move the weights; every midnight a day is closed.
 */
final class DemoSession {
  private static final Duration BAR = Duration.ofMinutes(30);
  private static final Instant START = Instant.parse("2026-01-03T00:00:00Z");

  /** Every so often the LLM sends something that is no signal. */
  private static final int NONSENSE_EVERY = 53;

  private final DemoMarket market = new DemoMarket(START, BAR);
  private final SplittableRandom random = new SplittableRandom(DemoWorld.SEED);
  private final DemoBooks books = new DemoBooks();
  private final Map<StrategyId, Integer> heldSince = new HashMap<>();
  private final DemoChronicle chronicle;
  private final EmbeddedTenant tenant;
  private Instant now = market.closeOf(DemoWorld.WARM_UP);

  DemoSession(DemoChronicle chronicle) {
    this.chronicle = chronicle;
    this.tenant =
        new EmbeddedTenant(
            DemoWorld.TENANT,
            DemoWorld.config(BAR.toMinutes()),
            DemoWorld.strategies(),
            MarketDesk.open(Optional.empty(), fault -> {}),
            chronicle::alert,
            () -> now);
  }

  DemoBooks books() {
    return books;
  }

  AgentWeights weights() {
    return tenant.weights();
  }

  /** Runs until the tape ends. */
  void run() {
    for (int bar = DemoWorld.WARM_UP; bar < market.length() - 1; bar++) {
      now = market.closeOf(bar);
      slot(bar);
    }
  }

  private void slot(int bar) {
    AccountSnapshot account = books.account(symbol -> market.close(symbol, bar), now);
    tenant.report(account);
    tenant.feedVix(market.vix(bar));
    DemoWorld.LEVELS
        .keySet()
        .forEach(symbol -> tenant.feed(symbol, market.symbol(symbol, bar, DemoWorld.VISIBLE)));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (now.equals(today.atStartOfDay(ZoneOffset.UTC).toInstant())) {
      tenant.closeDay(today.minusDays(1));
    }
    DemoWorld.AGENTS.forEach(agent -> speak(agent, bar));
    CycleCommit commit = decided(tenant.conduct(Slot.of(now)));
    chronicle.record(DemoWorld.PHASES.get(market.phaseOf(bar)).name(), commit, tenant.weights());
    commit.outcome().signals().forEach(signal -> fill(signal, commit, bar, account.equity()));
  }

  private void speak(ScriptedAgent agent, int bar) {
    Optional<Position> held = books.held(agent.id(), agent.symbol());
    agent
        .signal(market, bar, held, Optional.ofNullable(heldSince.get(agent.id())), random.split())
        .ifPresent(
            message -> {
              if (agent.id().value().equals("sentiment-llm") && bar % NONSENSE_EVERY == 0) {
                message.put("action", "MOON");
              }
              tenant.send(agent.id(), message);
            });
  }

  /** An entry is worth the agent's share of the equity, as far as its allocation goes. */
  private void fill(DecidedSignal signal, CycleCommit commit, int bar, BigDecimal equity) {
    StrategyId strategy = signal.signal().strategy().id().orElseThrow();
    BigDecimal share =
        commit.situation().money().weights().getOrDefault(strategy.value(), BigDecimal.ZERO);
    BigDecimal notional = equity.multiply(share).multiply(signal.allocation());
    BigDecimal price = signal.symbol().map(symbol -> market.fill(symbol, bar)).orElse(equity);
    boolean holds = signal.symbol().flatMap(symbol -> books.held(strategy, symbol)).isPresent();
    books
        .fill(signal, notional, price, now)
        .forEach(closed -> tenant.closeTrade(closed.id(), closed.document()));
    if (!holds && signal.symbol().flatMap(symbol -> books.held(strategy, symbol)).isPresent()) {
      heldSince.put(strategy, bar);
    }
  }

  private static CycleCommit decided(Conclusion conclusion) {
    if (conclusion instanceof Conclusion.Decided decided) {
      return decided.commit();
    }
    throw new CommandFailure("a slot of the demo was not decided: " + conclusion);
  }
}
