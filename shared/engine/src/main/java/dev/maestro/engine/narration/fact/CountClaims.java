package dev.maestro.engine.narration.fact;

import dev.maestro.engine.narration.NarrationReason;
import dev.maestro.engine.narration.NarrationRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds counts against the record: {@code 2 strategies are ACTIVE}, {@code all are REDUCED}, {@code
 * no signal was approved}. A number that happens to stand somewhere in the record says nothing of
 * how many there are of something.
 */
final class CountClaims {
  /** Stand between a count and what is counted without ending the claim. */
  private static final Set<String> BETWEEN =
      Set.of(
          "strategy",
          "strategies",
          "signal",
          "signals",
          "entry",
          "entries",
          "exit",
          "exits",
          "is",
          "are",
          "was",
          "were",
          "remain",
          "remains",
          "remained",
          "stay",
          "stays",
          "stayed",
          "in",
          "on",
          "of",
          "the",
          "them",
          "these",
          "its",
          "other",
          "others",
          "being",
          "been",
          "have",
          "has",
          "placed",
          "kept",
          "currently",
          "now",
          "still",
          "again",
          "fully",
          "managed",
          "registered",
          "requested",
          "mode",
          "to",
          "as",
          "all");

  /** How people write states; in capitals they stand as they are. */
  private static final Map<String, String> STATES =
      Map.of(
          "shadow", "SHADOW_MODE",
          "shadowed", "SHADOW_MODE",
          "disabled", "DISABLED",
          "denied", "DENIED",
          "approved", "APPROVED");

  private static final Set<String> EVERY = Set.of("all", "every", "each");
  private static final Set<String> NONE = Set.of("no", "none", "zero");

  private final List<Token> tokens;
  private final RecordFacts facts;
  private Optional<Quantity> pending = Optional.empty();

  /** How many are said to be something; -1: every one. */
  private record Quantity(String text, int count) {
    static final int EVERY_ONE = -1;
  }

  CountClaims(List<Token> tokens, RecordFacts facts) {
    this.tokens = tokens;
    this.facts = facts;
  }

  /** The first count that the record does not have. */
  Optional<NarrationRefusal> wrong() {
    for (int at = 0; at < tokens.size(); at++) {
      Optional<NarrationRefusal> wrong = at(at);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  /** True if the piece is a state that nothing of the record is in, and that is what is said. */
  boolean saysNone(int at) {
    String state = state(at);
    if (!facts.counts().knows(state) || facts.counts().of(state) != 0) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && BETWEEN.contains(tokens.get(before).lower())) {
      before--;
    }
    return before >= 0 && NONE.contains(tokens.get(before).lower());
  }

  /** True if the piece is a state that nothing of the record is in, said as if something were. */
  boolean saysSome(int at) {
    String word = tokens.get(at).lower();
    boolean isState = STATES.containsKey(word) || word.equals("active");
    return isState && facts.counts().of(state(at)) == 0 && !saysNone(at);
  }

  private Optional<NarrationRefusal> at(int at) {
    Token token = tokens.get(at);
    if (token.beginsClause()) {
      pending = Optional.empty();
    }
    Optional<Quantity> quantity = quantity(token);
    if (quantity.isPresent() && isOfStateBefore(at)) {
      return claimed(quantity, state(at - 1));
    }
    if (quantity.isPresent()) {
      pending = isOfTheWhole(at) ? pending : quantity;
      return counted(at, quantity.get());
    }
    String state = state(at);
    if (facts.counts().knows(state)) {
      Optional<Quantity> claim = pending;
      pending = isNoun(at + 1) ? pending : Optional.empty();
      return claimed(claim, state);
    }
    if (!BETWEEN.contains(token.lower()) && !token.lower().equals("not")) {
      pending = Optional.empty();
    }
    return Optional.empty();
  }

  /** {@code ACTIVE: 2}. */
  private boolean isOfStateBefore(int at) {
    boolean isLast = at + 1 == tokens.size() || tokens.get(at + 1).beginsClause();
    return at > 0
        && tokens.get(at).beginsClause()
        && facts.counts().knows(state(at - 1))
        && (isLast || facts.counts().knows(state(at + 1)));
  }

  private Optional<NarrationRefusal> claimed(Optional<Quantity> claim, String state) {
    return claim.filter(made -> !isTrue(made, state)).map(CountClaims::refused);
  }

  private Optional<Quantity> quantity(Token token) {
    Optional<Integer> count = token.number().flatMap(WrittenNumber::count);
    if (count.isPresent()) {
      return Optional.of(new Quantity(token.text(), count.get()));
    }
    if (!token.is(Token.Kind.WORD)) {
      return Optional.empty();
    }
    if (EVERY.contains(token.lower())) {
      return Optional.of(new Quantity(token.text(), Quantity.EVERY_ONE));
    }
    return NONE.contains(token.lower())
        ? Optional.of(new Quantity(token.text(), 0))
        : Optional.empty();
  }

  /** {@code 2 of the 4}: the second is the whole, and the claim is about the first. */
  private boolean isOfTheWhole(int at) {
    int before = at - 1;
    while (before >= 0 && Set.of("the", "its", "all").contains(tokens.get(before).lower())) {
      before--;
    }
    return pending.isPresent() && before >= 0 && tokens.get(before).lower().equals("of");
  }

  /** A count of strategies or signals is one that the record knows. */
  private Optional<NarrationRefusal> counted(int at, Quantity quantity) {
    if (quantity.count() <= 0 || at + 1 >= tokens.size()) {
      return Optional.empty();
    }
    int noun = at + 1;
    while (noun < tokens.size() - 1 && isAdjective(noun)) {
      noun++;
    }
    String word = tokens.get(noun).lower();
    boolean isStrategies = word.equals("strategy") || word.equals("strategies");
    boolean isSignals = word.equals("signal") || word.equals("signals");
    boolean isKnown =
        facts.systemic().contains(quantity.count())
            || (isStrategies && facts.counts().ofStrategies().contains(quantity.count()))
            || (isSignals && facts.counts().ofSignals().contains(quantity.count()));
    return (isStrategies || isSignals) && !isKnown
        ? Optional.of(refused(quantity))
        : Optional.empty();
  }

  private boolean isAdjective(int at) {
    return Set.of("of", "the", "its", "registered", "managed", "live", "other", "trading")
        .contains(tokens.get(at).lower());
  }

  private boolean isNoun(int at) {
    return at < tokens.size()
        && Set.of("strategy", "strategies", "signal", "signals").contains(tokens.get(at).lower());
  }

  private String state(int at) {
    Token token = tokens.get(at);
    if (!token.is(Token.Kind.WORD) && !token.is(Token.Kind.MIXED)) {
      return "";
    }
    boolean isNotSelected =
        token.lower().equals("selected") && at > 0 && tokens.get(at - 1).lower().equals("not");
    if (isNotSelected) {
      return "NOT_SELECTED";
    }
    return STATES.getOrDefault(token.lower(), token.capitals());
  }

  private boolean isTrue(Quantity claim, String state) {
    int count = facts.counts().of(state);
    boolean isSystemic = facts.systemic().contains(claim.count()) && isAction(state);
    return claim.count() == Quantity.EVERY_ONE
        ? count > 0 && count == facts.counts().all(state)
        : claim.count() == count || isSystemic;
  }

  /** What raw signals asked for is counted before any gate; the record's details say it. */
  private static boolean isAction(String state) {
    return Set.of("BUY", "SELL", "HOLD", "CLOSE_ALL").contains(state);
  }

  private static NarrationRefusal refused(Quantity claim) {
    return new NarrationRefusal(NarrationReason.WRONG_COUNT, claim.text());
  }
}
