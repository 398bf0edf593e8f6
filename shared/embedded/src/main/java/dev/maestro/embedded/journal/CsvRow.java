package dev.maestro.embedded.journal;

import ch.randelshofer.fastdoubleparser.JavaBigDecimalParser;
import com.ethlo.time.DateTime;
import com.ethlo.time.Field;
import com.ethlo.time.ITU;
import com.ethlo.time.ParseConfig;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The current row of a CSV file, filled field by field by the parser; one object for all rows.
 *
 * <p>Numbers and times in their plain forms are read by fast parsers. What those refuse goes to the
 * engine as text, which alone decides what is acceptable. An empty field is an absent one.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow.Reading> implements RawTrade {
  /** A row as read, with its line. */
  record Reading(TradeReading trade, long line) {}

  private static final int LONGEST_PLAIN_NUMBER = 60;

  private final CsvColumns columns;
  private final int columnCount;
  private final Instant now;
  private final Map<TradeField, Object> values = new EnumMap<>(TradeField.class);
  private final Map<String, String> knownAgents = new HashMap<>();

  CsvRow(CsvColumns columns, int columnCount, Instant now) {
    this.columns = columns;
    this.columnCount = columnCount;
    this.now = now;
  }

  @Override
  public Optional<Object> field(TradeField field) {
    return Optional.ofNullable(values.get(field));
  }

  @Override
  protected void handleBegin(long line) {
    values.clear();
  }

  @Override
  protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
    Optional<TradeField> field = columns.field(column);
    if (field.isPresent() && length > 0) {
      values.put(field.get(), value(field.get(), text, offset, length));
    }
  }

  @Override
  protected Reading buildRecord() {
    long line = getStartingLineNumber();
    boolean named = values.get(TradeField.TRADE_ID) instanceof String tradeId && !tradeId.isBlank();
    String fallbackId = named ? "" : lineId(line);
    TradeReading trade =
        getFieldCount() == columnCount
            ? TradeReader.read(this, fallbackId, now)
            : new TradeReading.Rejected(lineId(line), RejectReason.BAD_ROW);
    return new Reading(trade, line);
  }

  /** Stands in for the trade id of a row that has none. */
  static String lineId(long line) {
    return "line:" + line;
  }

  private Object value(TradeField field, char[] text, int offset, int length) {
    return switch (field) {
      case REALIZED_PNL, ENTRY_PRICE, QUANTITY, MULTIPLIER -> number(text, offset, length);
      case CLOSED_AT -> time(new String(text, offset, length));
      case AGENT_ID ->
          knownAgents.computeIfAbsent(new String(text, offset, length), agent -> agent);
      default -> new String(text, offset, length);
    };
  }

  /** A zero goes to the engine too: it may come with any exponent. */
  private static Object number(char[] text, int offset, int length) {
    if (length > LONGEST_PLAIN_NUMBER) {
      return new String(text, offset, length);
    }
    try {
      BigDecimal number = JavaBigDecimalParser.parseBigDecimal(text, offset, length);
      return number.signum() == 0 ? new String(text, offset, length) : number;
    } catch (NumberFormatException unusual) {
      return new String(text, offset, length);
    }
  }

  /**
   * The plain forms {@code 2026-01-31T16:00[:00[.123]]Z} and with {@code +01:00}. The fast parser
   * finds the fields, but takes 10:66 and leaves a rest unread: what is a time is checked here.
   */
  private static Object time(String text) {
    if (text.length() < "2026-01-31T16:00Z".length()
        || text.charAt(10) != 'T'
        || !hasPlainOffset(text)) {
      return text;
    }
    try {
      DateTime time = ITU.parseLenient(text, ParseConfig.STRICT);
      boolean complete =
          time.includesGranularity(Field.MINUTE)
              && time.getOffset().isPresent()
              && time.getParseLength() == text.length();
      return complete ? time.toOffsetDatetime().toInstant() : text;
    } catch (DateTimeException unusual) {
      return text;
    }
  }

  /** Ends with Z or in the shape of +01:00. */
  private static boolean hasPlainOffset(String text) {
    int sign = text.length() - "+01:00".length();
    return text.endsWith("Z")
        || ("+-".indexOf(text.charAt(sign)) >= 0 && text.charAt(sign + 3) == ':');
  }
}
