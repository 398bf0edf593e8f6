package dev.maestro.embedded.journal.plan;

import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReading;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids of a journal's rows, and of the documents they are stored in; the same file always gives
 * the same ids.
 *
 * <p>A trade id stands as it is. One that Firestore takes for something else is written with
 * escapes, {@code ~} and two hex digits: {@code a/b} is {@code a~2Fb}, and {@code ~} itself is
 * {@code ~7E}, so that no two trade ids share a document. One of over 1,500 bytes is {@code ~h} and
 * its SHA-256.
 *
 * <p>A row without a trade id is named by its content and by how often that came before in the
 * file: {@code row-{32 hex of SHA-256}-{occurrence}}.
 */
public final class TradeIds {
  private static final int MAX_BYTES = 1500;
  private static final int HASH_LENGTH = 32;

  private final Map<String, Integer> occurrences = new HashMap<>();

  /**
   * The trade id of a row, its own or one made of its content. Every row of the file must be asked
   * for once, in order.
   *
   * @param line of the file, counted as the reading counted it
   */
  public String of(TradeReading reading, long line, RawTrade row) {
    String id = ownOf(reading);
    return id.equals("line:" + line) ? ofContent(row) : id;
  }

  /** What the reader calls a row: its trade id, or {@code line:N} where it has none. */
  static String ownOf(TradeReading reading) {
    if (reading instanceof TradeReading.Usable usable) {
      return usable.trade().tradeId();
    }
    return reading instanceof TradeReading.Open open
        ? open.tradeId()
        : ((TradeReading.Rejected) reading).tradeId();
  }

  private String ofContent(RawTrade row) {
    StringBuilder content = new StringBuilder();
    for (TradeField field : TradeField.values()) {
      row.field(field)
          .map(Object::toString)
          .ifPresent(
              text ->
                  content
                      .append(field.key())
                      .append(':')
                      .append(text.length())
                      .append(':')
                      .append(text));
    }
    String hash = Sha256.hex(content.toString()).substring(0, HASH_LENGTH);
    return "row-" + hash + "-" + occurrences.merge(hash, 1, Integer::sum);
  }

  /** The document id of a trade id. */
  public static String document(String tradeId) {
    String escaped = tradeId.replace("~", "~7E").replace("/", "~2F");
    if (escaped.matches("\\.{1,2}")) {
      escaped = escaped.replace(".", "~2E");
    } else if (escaped.startsWith("__") && escaped.endsWith("__")) {
      escaped = "~5F" + escaped.substring(1);
    }
    return escaped.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        ? escaped
        : "~h" + Sha256.hex(tradeId);
  }
}
