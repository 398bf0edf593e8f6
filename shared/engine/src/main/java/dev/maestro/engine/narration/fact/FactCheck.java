package dev.maestro.engine.narration.fact;

import dev.maestro.engine.narration.NarrationReason;
import dev.maestro.engine.narration.NarrationRefusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text keeps to the record of its cycle. It says what is forbidden by saying what is
 * allowed: plain signs, words of a closed vocabulary, numbers of the record at the precision
 * written, counts that it has, and between double quotes names of its strategies and symbols. What
 * nobody can be sure of is refused; the deterministic text loses nothing.
 *
 * <p>It does not judge whether the words around true numbers are well chosen.
 */
public final class FactCheck {
  /** Characters: three sentences are well below. */
  public static final int LONGEST = 600;

  private static final int MOST_SENTENCES = 4;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .,;:'\"()%$+/_-]*");
  private static final Pattern LINK =
      Pattern.compile("(?i).*(?:://|//|\\bwww\\.|mailto:|[a-z0-9-]\\.[a-z]{2,}(?:[/:.]|\\b)).*");
  private static final Set<String> MODES = Set.of("aggressive", "defensive", "neutral", "halted");
  private static final Set<String> ACTIONS = Set.of("buy", "sell", "hold", "close_all");
  private static final Set<String> ASKED =
      Set.of("signal", "signals", "entry", "entries", "order", "orders", "request", "requests");
  private static final Set<String> ASKING =
      Set.of("signaling", "signalling", "signaled", "signalled");

  private final RecordFacts facts;
  private final List<Token> tokens;
  private final CountClaims counts;

  private FactCheck(RecordFacts facts, List<Token> tokens) {
    this.facts = facts;
    this.tokens = tokens;
    this.counts = new CountClaims(tokens, facts);
  }

  /** A text as it is checked and kept: one line, typographic signs as plain ones. */
  public static String plain(String text) {
    return text.replaceAll("[\\u2018\\u2019]", "'")
        .replaceAll("[\\u201C\\u201D]", "\"")
        .replaceAll("\\s*[\\u2013\\u2014]\\s*", " - ")
        .replaceAll("[\\u2011\\u2212]", "-")
        .replaceAll("[ \\n\\r\\u00A0\\u202F]+", " ")
        .strip();
  }

  /**
   * Why a text must not stand.
   *
   * @param text after {@link #plain}
   * @return empty if it may
   */
  public static Optional<NarrationRefusal> refusal(String text, RecordFacts facts) {
    if (text.isEmpty()) {
      return refused(NarrationReason.EMPTY, "");
    }
    if (text.length() > LONGEST || text.split("\\.(?: |$)", -1).length > MOST_SENTENCES + 1) {
      return refused(NarrationReason.TOO_LONG, text.length() + " characters");
    }
    if (LINK.matcher(text).matches()) {
      return refused(NarrationReason.LINK, "");
    }
    if (!PLAIN.matcher(text).matches() || text.chars().filter(c -> c == '"').count() % 2 != 0) {
      return refused(NarrationReason.CHARACTERS, "");
    }
    return new FactCheck(facts, Tokens.of(text, facts)).refusal();
  }

  private Optional<NarrationRefusal> refusal() {
    for (int at = 0; at < tokens.size(); at++) {
      Optional<NarrationRefusal> refusal = of(at);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return counts.wrong();
  }

  private Optional<NarrationRefusal> of(int at) {
    Token token = tokens.get(at);
    if (isNameInARow(at)) {
      return refused(NarrationReason.UNKNOWN_NAME, token.text());
    }
    return switch (token.kind()) {
      case QUOTED -> known(token, isName(token.text()), NarrationReason.UNKNOWN_NAME);
      case NUMBER -> number(at);
      case MIXED -> mixed(at);
      case WORD -> word(at);
    };
  }

  /** Two names without a sign or word between them may be read as a sentence of theirs. */
  private boolean isNameInARow(int at) {
    return at > 0
        && tokens.get(at).is(Token.Kind.QUOTED)
        && tokens.get(at - 1).is(Token.Kind.QUOTED);
  }

  private boolean isName(String text) {
    return facts.strategies().contains(text) || facts.symbols().contains(text);
  }

  private Optional<NarrationRefusal> number(int at) {
    Token token = tokens.get(at);
    WrittenNumber number = token.number().orElseThrow();
    boolean isSplit = at > 0 && tokens.get(at - 1).number().isPresent() && !token.beginsClause();
    boolean isPositive = number.value().signum() > 0;
    boolean holds =
        isAfter(at, "ratio")
            ? facts.ratios().stream().anyMatch(number::says)
            : facts.hold(number)
                || (isPositive && isAfter(at, "drawdown") && facts.hold(number.negated()));
    return known(token, holds && !isSplit, NarrationReason.NUMBER_NOT_IN_RECORD);
  }

  /** Says what the number is of. A drawdown of 52% is -52%. */
  private boolean isAfter(int at, String noun) {
    return tokens.subList(Math.max(0, at - 3), at).stream()
        .anyMatch(token -> token.lower().equals(noun));
  }

  private Optional<NarrationRefusal> mixed(int at) {
    Token token = tokens.get(at);
    String text = token.text();
    if (facts.times().contains(text)) {
      return Optional.empty();
    }
    if (ACTIONS.contains(token.lower())) {
      return action(at);
    }
    boolean isStandingName = isName(text) && text.chars().anyMatch(Character::isLetter);
    boolean isWord = facts.words().contains(text) || counts.saysNone(at);
    boolean isNumber = text.chars().allMatch(c -> "0123456789.,:$%+-/".indexOf(c) >= 0);
    return known(
        token,
        isStandingName || isWord,
        isNumber ? NarrationReason.NUMBER_NOT_IN_RECORD : NarrationReason.UNKNOWN_NAME);
  }

  private Optional<NarrationRefusal> word(int at) {
    Token token = tokens.get(at);
    if (ACTIONS.contains(token.lower())) {
      return action(at);
    }
    if (token.isInCapitals()) {
      boolean isKnown =
          facts.words().contains(token.text())
              || facts.symbols().contains(token.text())
              || token.text().equals("UTC")
              || counts.saysNone(at);
      return known(token, isKnown, NarrationReason.UNKNOWN_NAME);
    }
    boolean isOrder = Vocabulary.asks(token.lower()) && (token.beginsClause() || isAfterAComma(at));
    if (isOrder) {
      return refused(NarrationReason.INSTRUCTION, token.text());
    }
    if (counts.saysSome(at) || isForeignMode(token)) {
      return refused(NarrationReason.WRONG_COUNT, token.text());
    }
    return known(token, Vocabulary.has(token.lower()), NarrationReason.UNKNOWN_WORD);
  }

  private boolean isForeignMode(Token token) {
    return MODES.contains(token.lower()) && !facts.words().contains(token.capitals());
  }

  private boolean isAfterAComma(int at) {
    return at > 0 && Set.of("please", "then", "now", "so").contains(tokens.get(at - 1).lower());
  }

  /** BUY is what a signal says, never what somebody is to do. */
  private Optional<NarrationRefusal> action(int at) {
    Token token = tokens.get(at);
    String next = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
    String before = at > 0 ? tokens.get(at - 1).lower() : "";
    boolean isNamed =
        ASKED.contains(next)
            || ASKING.contains(before)
            || (before.equals("to") && token.lower().equals("hold"))
            || (Set.of("and", "or").contains(next) && isActionNamed(at + 2));
    return isNamed ? Optional.empty() : refused(NarrationReason.INSTRUCTION, token.text());
  }

  private boolean isActionNamed(int at) {
    return at < tokens.size() && ACTIONS.contains(tokens.get(at).lower()) && action(at).isEmpty();
  }

  private static Optional<NarrationRefusal> known(
      Token token, boolean isKnown, NarrationReason otherwise) {
    return isKnown ? Optional.empty() : refused(otherwise, token.text());
  }

  private static Optional<NarrationRefusal> refused(NarrationReason reason, String detail) {
    return Optional.of(new NarrationRefusal(reason, detail));
  }
}
