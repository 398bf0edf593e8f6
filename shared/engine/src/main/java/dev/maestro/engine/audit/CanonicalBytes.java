package dev.maestro.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of a canonical form while it is written, UTF-8. What is plain ASCII goes straight into
 * them; no text is made on the way. Whoever writes keeps the rules of {@link CanonicalJson}: this
 * does not check them.
 */
public final class CanonicalBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);
  private static final int MAX_LONG_LENGTH = 20;

  private static final long[] POWERS = powers();

  /** The most bytes that one character takes: an escape of six. */
  private static final int MAX_PER_CHARACTER = 6;

  private byte[] bytes;
  private int length;

  /**
   * Nothing is written yet.
   *
   * @param expectedLength in bytes; more makes it grow
   */
  public CanonicalBytes(int expectedLength) {
    bytes = new byte[expectedLength];
  }

  /** How many bytes are written. */
  public int length() {
    return length;
  }

  /** What is written, as text. */
  public String text() {
    return new String(bytes, 0, length, UTF_8);
  }

  /** What is written, to be read; not a copy. */
  public ByteBuffer view() {
    return ByteBuffer.wrap(bytes, 0, length).asReadOnlyBuffer();
  }

  /** What is written, as a copy. */
  public byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  /** SHA-256 of what is written, 64 hex digits. */
  public String sha256() {
    return Sha256.hex(bytes, length);
  }

  /** Bytes that stand there already, once more. */
  void again(int place, int count) {
    room(count);
    System.arraycopy(bytes, place, bytes, length, count);
    length += count;
  }

  /** Bytes that are canonical as they are. */
  public void raw(byte[] written) {
    room(written.length);
    System.arraycopy(written, 0, bytes, length, written.length);
    length += written.length;
  }

  /** One letter that needs no escape and has one byte. */
  public void ascii(char c) {
    room(1);
    bytes[length++] = (byte) c;
  }

  /** Only letters that need no escape and have one byte. */
  public void ascii(String text) {
    int count = text.length();
    room(count);
    for (int i = 0; i < count; i++) {
      bytes[length + i] = (byte) text.charAt(i);
    }
    length += count;
  }

  /** A whole number. */
  public void number(long value) {
    if (value == Long.MIN_VALUE) {
      ascii(Long.toString(value));
      return;
    }
    room(MAX_LONG_LENGTH);
    if (value < 0) {
      bytes[length++] = '-';
    }
    digits(Math.abs(value), 1);
  }

  /** The two digits of a number from 0 to 99. */
  void two(int value) {
    room(2);
    int tenth = value / 10;
    bytes[length] = (byte) ('0' + tenth);
    bytes[length + 1] = (byte) ('0' + (value - tenth * 10));
    length += 2;
  }

  /** Digits of a number from 0, with zeros before it up to a width. */
  void digits(long value, int width) {
    int count = Math.max(width, count(value));
    room(count);
    fill(value, length, length + count);
    length += count;
  }

  /** Digits of a number from 0 of which the last so many stand behind a point. */
  void decimal(long value, int places) {
    if (places == 0) {
      digits(value, 1);
      return;
    }
    int count = Math.max(places + 1, count(value)) + 1;
    room(count);
    int end = length + count;
    long whole = fill(value, end - places, end);
    bytes[end - places - 1] = '.';
    fill(whole, length, end - places - 1);
    length = end;
  }

  /** Writes the last digits of a number from 0; what is left of it. */
  private long fill(long value, int from, int end) {
    byte[] to = bytes;
    long rest = value;
    for (int place = end - 1; place >= from; place--) {
      long tenth = rest / 10;
      to[place] = (byte) ('0' + (rest - tenth * 10));
      rest = tenth;
    }
    return rest;
  }

  /** Three tenths of the bits, or one more: a digit has 3.32 bits. */
  private static int count(long value) {
    int tenths = ((Long.SIZE - Long.numberOfLeadingZeros(value | 1)) * 1233) >> 12;
    return value >= POWERS[tenths] ? tenths + 1 : Math.max(tenths, 1);
  }

  private static long[] powers() {
    long[] powers = new long[MAX_LONG_LENGTH - 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** A text in quotation marks, escaped as in RFC 8785. */
  public void quoted(String text) {
    int count = text.length();
    room(count + 2);
    byte[] to = bytes;
    int start = length + 1;
    to[length] = '"';
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        length = start + i;
        escaped(text, i);
        return;
      }
      to[start + i] = (byte) c;
    }
    to[start + count] = '"';
    length = start + count + 1;
  }

  private void escaped(String text, int from) {
    room((text.length() - from) * MAX_PER_CHARACTER + 1);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = "\b\t\n\f\r\"\\".indexOf(c);
      if (known >= 0) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) "btnfr\"\\".charAt(known);
      } else if (c < ' ') {
        unicodeEscape(c);
      } else if (!Character.isSurrogate(c)) {
        utf8(c);
      } else if (isPair(text, i)) {
        utf8(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        unicodeEscape(c);
      }
    }
    bytes[length++] = '"';
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private void unicodeEscape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(c >> shift) & 15];
    }
  }

  private void utf8(int point) {
    if (point < 0x80) {
      bytes[length++] = (byte) point;
      return;
    }
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    int lead = more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0;
    bytes[length++] = (byte) (lead | (point >> (6 * more)));
    for (int rest = more - 1; rest >= 0; rest--) {
      bytes[length++] = (byte) (0x80 | ((point >> (6 * rest)) & 0x3F));
    }
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
