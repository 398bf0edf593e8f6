package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.WordRule.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words and codes with which Interactive Brokers says what a row is. */
final class IbWords {
  /** Codes that say why or how, and leave it a trade: assigned, expired, liquidated and so on. */
  private static final List<String> WITH =
      List.of("a", "aex", "ep", "ex", "fp", "fpa", "ia", "im", "l", "lt", "m", "mex", "r", "ri");

  static final Map<String, Meaning> CLOSING_CODES = closingCodes();

  /** What an execution does; one that closes and opens anew (C;O) may do either. */
  static final Map<String, Meaning> EFFECTS = effects();

  static final Map<String, Meaning> DETAILS =
      Map.of(
          "execution", Meaning.TRADE,
          "order", Meaning.OTHER,
          "closed_lot", Meaning.OTHER,
          "symbol_summary", Meaning.OTHER,
          "asset_summary", Meaning.OTHER,
          "wash_sale", Meaning.OTHER);
  static final Map<String, Meaning> TRANSACTIONS =
      Map.of(
          "", Meaning.TRADE,
          "exchtrade", Meaning.TRADE,
          "booktrade", Meaning.TRADE,
          "fracshare", Meaning.TRADE,
          "tradecancel", Meaning.CANCELS,
          "tradecorrect", Meaning.CORRECTS);

  /** Codes of a trade; only those that take back another matter here. */
  static final Map<String, Meaning> CODES = Map.of("ca", Meaning.CANCELS, "co", Meaning.CORRECTS);

  static final Map<String, Meaning> DISCRIMINATORS =
      Map.of(
          "order", Meaning.TRADE,
          "", Meaning.OTHER,
          "trade", Meaning.OTHER,
          "closedlot", Meaning.OTHER,
          "datadiscriminator", Meaning.OTHER);

  private IbWords() {}

  private static Map<String, Meaning> closingCodes() {
    Map<String, Meaning> words = new HashMap<>();
    addAll(words, "c", Meaning.TRADE);
    addAll(words, "o", Meaning.OTHER);
    return Map.copyOf(words);
  }

  private static Map<String, Meaning> effects() {
    Map<String, Meaning> words = new HashMap<>();
    addAll(words, "c", Meaning.TRADE);
    addAll(words, "o", Meaning.OPEN);
    List.of("", "c;o", "c;o;p").forEach(word -> words.put(word, Meaning.OTHER));
    return Map.copyOf(words);
  }

  /** A code alone and beside another, in the order of the alphabet as statements write them. */
  private static void addAll(Map<String, Meaning> words, String code, Meaning meaning) {
    words.put(code, meaning);
    words.put(joined(code, "p"), meaning);
    for (String with : WITH) {
      words.put(joined(code, with), meaning);
      words.put(joined(code, with, "p"), meaning);
    }
  }

  private static String joined(String... codes) {
    return Stream.of(codes).sorted().collect(Collectors.joining(";"));
  }
}
