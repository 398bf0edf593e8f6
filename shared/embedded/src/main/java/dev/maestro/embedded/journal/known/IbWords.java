package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.WordRule.Meaning;
import java.util.Map;

/** The words and codes with which Interactive Brokers says what a row is. */
final class IbWords {
  static final Map<String, Meaning> CLOSING_CODES =
      Map.ofEntries(
          Map.entry("c", Meaning.TRADE),
          Map.entry("c;p", Meaning.TRADE),
          Map.entry("c;ex", Meaning.TRADE),
          Map.entry("c;ep", Meaning.TRADE),
          Map.entry("a;c", Meaning.TRADE),
          Map.entry("o", Meaning.OTHER),
          Map.entry("o;p", Meaning.OTHER),
          Map.entry("a;o", Meaning.OTHER));

  /** What an execution does; one that closes and opens anew (C;O) may do either. */
  static final Map<String, Meaning> EFFECTS =
      Map.ofEntries(
          Map.entry("c", Meaning.TRADE),
          Map.entry("c;p", Meaning.TRADE),
          Map.entry("c;ex", Meaning.TRADE),
          Map.entry("c;ep", Meaning.TRADE),
          Map.entry("a;c", Meaning.TRADE),
          Map.entry("o", Meaning.OPEN),
          Map.entry("o;p", Meaning.OPEN),
          Map.entry("a;o", Meaning.OPEN),
          Map.entry("c;o", Meaning.OTHER),
          Map.entry("c;o;p", Meaning.OTHER),
          Map.entry("", Meaning.OTHER));

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
}
