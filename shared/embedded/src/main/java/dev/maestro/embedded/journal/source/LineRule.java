package dev.maestro.embedded.journal.source;

import dev.maestro.engine.journal.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a line must be before a parser sees it. */
@FunctionalInterface
public interface LineRule {
  /** A line of any format: UTF-8, no carriage return inside, at which a reader would split it. */
  LineRule TEXT =
      (bytes, from, to) -> {
        if (!isUtf8(bytes, from, to)) {
          return Optional.of(RejectReason.BAD_ENCODING);
        }
        for (int at = from; at < to - 1; at++) {
          if (bytes[at] == '\r') {
            return Optional.of(RejectReason.BAD_ROW);
          }
        }
        return Optional.empty();
      };

  /** No record begins there. */
  int NONE = -1;

  /** More bytes are needed to tell. */
  int MORE = -2;

  /** What is wrong with the line in bytes[from, to), if anything. */
  Optional<RejectReason> faultIn(byte[] bytes, int from, int to);

  /**
   * Where the record ends that begins with a faulty line, if the lines after it mend the fault: the
   * place of the line feed behind it. {@link #NONE} if they do not, {@link #MORE} if that shows
   * only behind {@code end}.
   *
   * @param end where the known bytes end
   */
  default int endOfRecord(byte[] bytes, int from, int end) {
    return NONE;
  }

  /** True if bytes[from, to) are UTF-8. */
  static boolean isUtf8(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
