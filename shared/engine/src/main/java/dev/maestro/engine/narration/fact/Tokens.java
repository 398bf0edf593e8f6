package dev.maestro.engine.narration.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into pieces; nothing of it is lost on the way but spaces and punctuation. */
final class Tokens {
  private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"([.,;:)]*)|([^\\s\"]+)");
  private static final Pattern SIGNS = Pattern.compile("^(\\(*)(.*?)([.,;:)']*)$");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:'s)?");
  private static final Pattern COMPOUND = Pattern.compile("(?:[A-Za-z]+|\\d{1,3})(?:-[A-Za-z]+)+");
  private static final List<String> IN_WORDS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private final RecordFacts facts;
  private final List<Token> tokens = new ArrayList<>();
  private boolean beginsClause = true;

  private Tokens(RecordFacts facts) {
    this.facts = facts;
  }

  /** The pieces of a text, which holds plain characters only. */
  static List<Token> of(String text, RecordFacts facts) {
    Tokens cutting = new Tokens(facts);
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (piece.group(3) == null) {
        cutting.add(piece.group(1), Token.Kind.QUOTED, Optional.empty());
        cutting.after(piece.group(2));
      } else {
        cutting.chunk(piece.group(3));
      }
    }
    return cutting.tokens;
  }

  private void chunk(String chunk) {
    if (chunk.equals("-")) {
      beginsClause = true;
      return;
    }
    Matcher signs = SIGNS.matcher(chunk);
    if (!signs.matches()) {
      add(chunk, Token.Kind.MIXED, Optional.empty());
      return;
    }
    beginsClause |= !signs.group(1).isEmpty();
    core(signs.group(2));
    after(signs.group(3));
  }

  private void core(String core) {
    if (core.equals("%") || core.equalsIgnoreCase("percent")) {
      percent(core);
    } else if (WORD.matcher(core).matches()) {
      int inWords = IN_WORDS.indexOf(core.toLowerCase(Locale.ROOT));
      boolean isNumber = inWords >= 0;
      add(
          core,
          isNumber ? Token.Kind.NUMBER : Token.Kind.WORD,
          isNumber
              ? Optional.of(new WrittenNumber(BigDecimal.valueOf(inWords), false))
              : Optional.empty());
    } else if (COMPOUND.matcher(core).matches() && !isName(core)) {
      for (String part : core.split("-", -1)) {
        core(part);
      }
    } else {
      Optional<WrittenNumber> number = WrittenNumber.of(core);
      add(core, number.isPresent() ? Token.Kind.NUMBER : Token.Kind.MIXED, number);
    }
  }

  /** Belongs to the number before it; without one it is a piece that nobody knows. */
  private void percent(String sign) {
    int last = tokens.size() - 1;
    Optional<WrittenNumber> before =
        last < 0 || beginsClause ? Optional.empty() : tokens.get(last).number();
    if (before.isEmpty() || before.get().isPercent()) {
      add(sign, Token.Kind.MIXED, Optional.empty());
      return;
    }
    Token number = tokens.get(last);
    tokens.set(
        last,
        new Token(
            number.text(),
            number.kind(),
            before.map(WrittenNumber::inPercent),
            number.beginsClause()));
  }

  private boolean isName(String core) {
    return facts.strategies().contains(core) || facts.symbols().contains(core);
  }

  private void add(String text, Token.Kind kind, Optional<WrittenNumber> number) {
    if (!text.isEmpty() || kind == Token.Kind.QUOTED) {
      tokens.add(new Token(text, kind, number, beginsClause));
      beginsClause = false;
    }
  }

  private void after(String signs) {
    beginsClause |= signs.chars().anyMatch(sign -> ".;:)".indexOf(sign) >= 0);
  }
}
