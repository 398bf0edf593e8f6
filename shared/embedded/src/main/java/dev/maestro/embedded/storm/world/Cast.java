package dev.maestro.embedded.storm.world;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import java.util.List;

/** Who plays: three strategies of two agents, two symbols, one executor's identity. */
public final class Cast {
  /** Who alone may claim. */
  public static final String EXECUTOR = "executor-1";

  /** Who throws switches and says what became of orders. */
  public static final String OPERATOR = "operator-1";

  /** What is traded. */
  public static final List<Symbol> SYMBOLS = List.of(new Symbol("AAPL"), new Symbol("BTCUSDT"));

  /** Who trades. */
  public static final List<Holder> STRATEGIES =
      List.of(new Holder("mean"), new Holder("trend"), new Holder("whale"));

  /** The parameters: those of the specification, with limits of grants that are reached. */
  public static final CapitalConfig CONFIG =
      new CapitalConfig(SizingLimits.DEFAULTS, TimeLimits.DEFAULTS, 2, 3, 500);

  private static final AgentId ALPHA = new AgentId("alpha");
  private static final AgentId BETA = new AgentId("beta");

  private Cast() {}

  /** Who pays for a strategy: two of them have the same agent. */
  public static AgentId agentOf(Holder strategy) {
    return "whale".equals(strategy.value()) ? BETA : ALPHA;
  }

  /** A strategy's place in a symbol. */
  public static PositionKey any(Chance chance) {
    return new PositionKey(chance.pick(SYMBOLS), chance.pick(STRATEGIES));
  }

  /** Nobody's place in a symbol. */
  public static PositionKey nobodys(Symbol symbol) {
    return new PositionKey(symbol, Holder.NOBODY);
  }
}
