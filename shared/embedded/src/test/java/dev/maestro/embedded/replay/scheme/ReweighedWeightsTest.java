package dev.maestro.embedded.replay.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.memory.MemoryJournal;
import dev.maestro.embedded.memory.MemoryWeights;
import dev.maestro.embedded.replay.day.AgentDay;
import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.weights.WeightsConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReweighedWeightsTest {
  private static final Uid UID = new Uid("somebody");
  private static final int DAYS = 40;

  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryWeights weights = new MemoryWeights(journal);

  /** Trade by trade, as they close, on the stores that the demo uses. */
  @ParameterizedTest
  @EnumSource(names = {"SHARPE", "EVIDENCE"})
  void every_evening_has_the_weights_that_the_closing_trades_leave_behind(ReplayScheme scheme) {
    Fields section = Fields.of("", Map.of("lookback_trades", 30));
    WeightsConfig config = WeightsConfig.ofStored(section.with("scheme", scheme.name()));
    Reweigh deployed =
        new Reweigh(
            weights,
            weights,
            journal,
            (id, now) -> config,
            late -> {},
            new TenantUsers((id, uid) -> Membership.MEMBER, (id, code, message, at) -> {}));
    deployed.configure(UID, new TenantId("acme"), config, Instant.EPOCH);
    SchemeWeights replayed = scheme.begin(section);
    SplittableRandom random = new SplittableRandom(8);
    for (int number = 0; number < DAYS; number++) {
      replayed.learn(day(number, random, deployed));
      assertThat(replayed.weights()).isEqualTo(inForce());
    }
  }

  private SortedMap<String, Double> inForce() {
    List<WeightsCommit> all = weights.revisions(UID);
    SortedMap<String, Double> inForce = new TreeMap<>();
    all.get(all.size() - 1)
        .weights()
        .agents()
        .forEach(agent -> inForce.put(agent.performance().agentId(), agent.weight().doubleValue()));
    return inForce;
  }

  private ReplayDay day(int number, SplittableRandom random, Reweigh deployed) {
    LocalDate date = LocalDate.of(2026, 1, 5).plusDays(number);
    Map<String, List<WindowTrade>> closed = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(12); i++) {
      String id = "t" + number + "-" + i;
      String agent = "A" + random.nextInt(4);
      Instant at =
          date.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(80_000));
      Map<String, Object> document =
          Map.of(
              "trade_id",
              id,
              "agent_id",
              agent,
              "quantity",
              "10",
              "entry_price",
              "100",
              "realized_pnl",
              BigDecimal.valueOf(random.nextInt(-90, 110)).toPlainString(),
              "closed_at",
              at);
      journal.put(UID, id, document);
      deployed.onTradeWritten(UID, id, id, at.plusSeconds(1));
      if (TradeReader.readStored(RawTrade.of(document), id, at.plusSeconds(1))
          instanceof TradeReading.Usable usable) {
        closed
            .computeIfAbsent(agent, a -> new ArrayList<>())
            .add(WindowTrade.of(id, usable.trade()));
      }
    }
    SortedMap<String, AgentDay> agents = new TreeMap<>();
    closed.forEach(
        (agent, trades) ->
            agents.put(
                agent,
                new AgentDay(
                    trades.stream()
                        .map(WindowTrade::realizedPnl)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                    new BigDecimal(1000L * trades.size()),
                    trades)));
    return new ReplayDay(date, agents);
  }
}
