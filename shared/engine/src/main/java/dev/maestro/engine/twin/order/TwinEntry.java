package dev.maestro.engine.twin.order;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.twin.TwinBook;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A signal that asks to open or to add.
 *
 * @param sharing the strategies of its agent, which share the agent's capital
 * @param scaleIn true if its strategy may add to what it holds
 * @param limit empty: at the market
 * @param exitMode how what it opens is closed
 * @param asks of the books that let it through
 */
public record TwinEntry(
    Nonce nonce,
    PositionKey key,
    Set<Holder> sharing,
    boolean scaleIn,
    Optional<BigDecimal> limit,
    ExitMode exitMode,
    Map<TwinBook, TwinAsk> asks) {
  /** Keeps its own copies. */
  public TwinEntry {
    sharing = Set.copyOf(sharing);
    asks = Map.copyOf(asks);
  }
}
