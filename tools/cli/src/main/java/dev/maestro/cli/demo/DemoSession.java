package dev.maestro.cli.demo;

import dev.maestro.cli.CommandFailure;
import dev.maestro.embedded.demo.DemoMarket;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.embedded.demo.ScriptedAgent;
import dev.maestro.embedded.tenant.EmbeddedTenant;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.market.host.MarketDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A market session of the demo world on one embedded tenant. Every hour bars and signals come, the
 * broker on paper fills what was ordered, a slot is conducted, trades close and move the weights;
 * every midnight a day is closed.
 */
final class DemoSession {
  private static final Duration BAR = Duration.ofHours(1);
  private static final Instant START = Instant.parse("2026-01-03T00:00:00Z");

  /** Cycles run when the bar has come; what they order is filled by the next one. */
  private static final Duration LATE = Duration.ofSeconds(2);

  /** Every so often the LLM sends something that is no signal. */
  private static final int NONSENSE_EVERY = 53;

  private final DemoMarket market = new DemoMarket(START, BAR);
  private final SplittableRandom random = new SplittableRandom(DemoWorld.SEED);
  private final DemoChronicle chronicle;
  private final EmbeddedTenant tenant;
  private Instant now = market.closeOf(DemoWorld.WARM_UP).plus(LATE);

  /**
   * A session that has not begun.
   *
   * @param profile of the trading policy; empty: what the environment says, or the default
   */
  DemoSession(DemoChronicle chronicle, Optional<String> profile, Map<String, String> environment) {
    this.chronicle = chronicle;
    Map<String, Object> config = new TreeMap<>(DemoWorld.config(BAR.toMinutes()));
    profile.ifPresent(name -> config.put("profile", Map.of("profile", name)));
    this.tenant =
        new EmbeddedTenant(
            DemoWorld.TENANT,
            config,
            environment,
            DemoWorld.strategies(),
            MarketDesk.open(Optional.empty(), fault -> {}),
            chronicle::alert,
            () -> now);
  }

  EmbeddedTenant tenant() {
    return tenant;
  }

  AgentWeights weights() {
    return tenant.weights();
  }

  /** Runs until the tape ends. */
  void run() {
    for (int bar = DemoWorld.WARM_UP; bar < market.length() - 1; bar++) {
      now = market.closeOf(bar).plus(LATE);
      slot(bar);
    }
  }

  private void slot(int bar) {
    tenant.feedVix(market.vix(bar));
    DemoWorld.LEVELS
        .keySet()
        .forEach(symbol -> tenant.feed(symbol, market.symbol(symbol, bar, DemoWorld.VISIBLE)));
    tenant.trade();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (market.closeOf(bar).equals(today.atStartOfDay(ZoneOffset.UTC).toInstant())) {
      tenant.closeDay(today.minusDays(1));
    }
    DemoWorld.AGENTS.forEach(agent -> speak(agent, bar));
    CycleCommit commit = decided(tenant.conduct(Slot.of(now)));
    chronicle.record(DemoWorld.PHASES.get(market.phaseOf(bar)).name(), commit, tenant.weights());
  }

  private void speak(ScriptedAgent agent, int bar) {
    Optional<Integer> heldSince =
        tenant
            .held(agent.id(), agent.symbol())
            .map(EmbeddedTenant.Held::openedAt)
            .map(market::newestAt);
    agent
        .signal(market, bar, heldSince, random.split())
        .ifPresent(
            message -> {
              if (agent.id().value().equals("sentiment-llm") && bar % NONSENSE_EVERY == 0) {
                message.put("action", "MOON");
              }
              tenant.send(agent.id(), message);
            });
  }

  private static CycleCommit decided(Conclusion conclusion) {
    if (conclusion instanceof Conclusion.Decided decided) {
      return decided.commit();
    }
    throw new CommandFailure("a slot of the demo was not decided: " + conclusion);
  }
}
