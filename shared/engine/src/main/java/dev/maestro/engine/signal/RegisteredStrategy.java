package dev.maestro.engine.signal;

import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.name.Uid;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A strategy as its tenant registered it.
 *
 * @param id 1 to 64 of letters, digits, underscore, point, hyphen, and not {@code .}, {@code ..} or
 *     {@code __this__}, which no store can hold
 * @param agentId the key of its weight
 * @param uid whose journal its trades are in
 * @param regimeTags the regimes it is made for
 * @param allowShorts true if it may open shorts
 * @param scaleIn true if it may add to what it holds
 */
public record RegisteredStrategy(
    String id,
    String name,
    StrategyStatus status,
    Uid uid,
    String agentId,
    List<String> regimeTags,
    boolean allowShorts,
    boolean scaleIn) {
  /** What an id is made of, in words. */
  public static final String ID_RULE =
      "1 to 64 of letters, digits, underscore, point, hyphen, and not '.', '..' or '__like_this__'";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /** Checks the id. */
  public RegisteredStrategy {
    if (!isValidId(id)) {
      throw new IllegalArgumentException("a strategy id is " + ID_RULE + ", got " + id);
    }
    regimeTags = List.copyOf(regimeTags);
  }

  /** A live strategy with all defaults. */
  public static RegisteredStrategy live(String id, Uid uid) {
    return new RegisteredStrategy(id, id, StrategyStatus.LIVE, uid, id, List.of(), false, false);
  }

  /** The same strategy in another status. */
  public RegisteredStrategy with(StrategyStatus other) {
    return new RegisteredStrategy(id, name, other, uid, agentId, regimeTags, allowShorts, scaleIn);
  }

  /** True for a text that can name a strategy: no control characters, no look-alike letters. */
  public static boolean isValidId(String id) {
    return ID.matcher(id).matches() && StoredName.isOfDocument(id);
  }
}
