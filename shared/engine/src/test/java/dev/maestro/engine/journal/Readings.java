package dev.maestro.engine.journal;

import dev.maestro.engine.journal.TradeReading.Open;
import dev.maestro.engine.journal.TradeReading.Rejected;
import dev.maestro.engine.journal.TradeReading.Usable;
import dev.maestro.engine.name.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Random readings over few agents, few times and few values, so that they often meet. */
final class Readings {
  private static final List<String> AGENTS = List.of("A", "A", "B", "C");
  private static final List<RejectReason> REASONS =
      List.of(RejectReason.ZERO_CAPITAL, RejectReason.MISSING_AGENT);

  private Readings() {}

  static TradeReading any(String id, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Open(id);
      case 1 -> new Rejected(id, REASONS.get(random.nextInt(2)));
      default -> usable(id, AGENTS.get(random.nextInt(4)), random.nextInt(12), random.nextInt(3));
    };
  }

  /** A trade that earned so many percent. */
  static Usable usable(String id, String agent, long second, int percent) {
    return new Usable(
        new Trade(
            id,
            new AgentId(agent),
            Instant.ofEpochSecond(second),
            BigDecimal.valueOf(percent),
            BigDecimal.TEN,
            BigDecimal.TEN,
            BigDecimal.ONE));
  }
}
