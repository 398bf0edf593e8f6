package dev.maestro.embedded.market;

import java.util.List;

/**
 * How a generated agent trades.
 *
 * @param symbol what it trades
 * @param edge mean return per trade before its luck turns, a fraction
 * @param laterEdge mean return per trade after that
 * @param noise standard deviation of the return per trade, a fraction
 */
public record AgentCharacter(
    String agentId, String symbol, double edge, double laterEdge, double noise) {

  /** Four agents whose fortunes cross: one fades, one recovers. */
  public static final List<AgentCharacter> DEMO =
      List.of(
          new AgentCharacter("WhaleFlowAgent", "BTCUSDT", 0.012, 0.010, 0.010),
          new AgentCharacter("TrendFollower", "SPY", 0.010, 0.001, 0.009),
          new AgentCharacter("SentimentAgent", "AAPL", -0.004, 0.009, 0.012),
          new AgentCharacter("GammaScalper", "TSLA", 0.004, -0.005, 0.010));
}
