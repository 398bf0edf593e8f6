package dev.maestro.engine.weights;

import dev.maestro.engine.performance.AgentPerformance;
import java.math.BigDecimal;

/**
 * One agent's share.
 *
 * @param weight a fraction of the capital, 10 decimal places
 */
public record AgentWeight(AgentPerformance performance, BigDecimal weight) {}
