package dev.maestro.embedded.journal.cell;

import ch.randelshofer.fastdoubleparser.JavaBigDecimalParser;
import dev.maestro.embedded.journal.format.NumberStyle;
import java.math.BigDecimal;

/** A number: plain ones by a fast parser, those of an export's style as that style says. */
public final class NumberCell implements CellReader {
  private static final int LONGEST_PLAIN_NUMBER = 60;

  private final NumberStyle style;
  private final boolean decimalComma;
  private final DecimalMarks marks;

  /**
   * A column of numbers.
   *
   * @param marks of the whole file, which learn from each of them
   */
  public NumberCell(NumberStyle style, boolean decimalComma, DecimalMarks marks) {
    this.style = style;
    this.decimalComma = decimalComma;
    this.marks = marks;
  }

  @Override
  public Object read(char[] text, int offset, int length) {
    marks.look(text, offset, length);
    if (style == NumberStyle.PLAIN && !decimalComma) {
      return plain(text, offset, length);
    }
    char[] rewritten = style.plain(new String(text, offset, length), decimalComma).toCharArray();
    return plain(rewritten, 0, rewritten.length);
  }

  /** A zero goes to the engine too: it may come with any exponent. */
  private static Object plain(char[] text, int offset, int length) {
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
}
