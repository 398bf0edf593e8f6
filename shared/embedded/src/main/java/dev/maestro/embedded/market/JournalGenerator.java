package dev.maestro.embedded.market;

import dev.maestro.engine.journal.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Closed trades of generated agents; the same seed gives the same journal. */
public final class JournalGenerator {
  private static final Duration BETWEEN_TRADES = Duration.ofMinutes(7);

  private JournalGenerator() {}

  /**
   * Generates a journal in the order of closing.
   *
   * @param rounds trades per agent; the edge turns after half of them
   */
  public static List<Trade> generate(
      long seed, List<AgentCharacter> agents, int rounds, Instant start) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Trade> trades = new ArrayList<>();
    Instant time = start;
    for (int round = 0; round < rounds; round++) {
      for (AgentCharacter agent : agents) {
        time = time.plus(BETWEEN_TRADES);
        double edge = round < rounds / 2 ? agent.edge() : agent.laterEdge();
        double gain = edge + agent.noise() * random.nextGaussian();
        trades.add(trade(agent, time, gain, random));
      }
    }
    return trades;
  }

  private static Trade trade(
      AgentCharacter agent, Instant closedAt, double gain, SplittableRandom random) {
    BigDecimal price = BigDecimal.valueOf(random.nextLong(5_000, 60_000), 2);
    BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 200));
    BigDecimal pnl =
        price.multiply(quantity).multiply(new BigDecimal(gain)).setScale(2, RoundingMode.HALF_EVEN);
    String id = agent.agentId() + "-" + closedAt.getEpochSecond();
    return new Trade(id, agent.agentId(), closedAt, pnl, price, quantity, BigDecimal.ONE);
  }
}
