package dev.maestro.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The bytes of a canonical form while it is written, UTF-8. What is plain ASCII goes straight into
 * them; no text is made on the way.
 */
final class CanonicalBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);
  private static final int MAX_LONG_LENGTH = 20;

  /** A power of ten with more zeros is no long. */
  private static final int MAX_COUNTED = 18;

  /** The most bytes that one character takes: an escape of six. */
  private static final int MAX_PER_CHARACTER = 6;

  private byte[] bytes;
  private int length;

  CanonicalBytes(int expectedLength) {
    bytes = new byte[expectedLength];
  }

  int length() {
    return length;
  }

  String text() {
    return new String(bytes, 0, length, UTF_8);
  }

  String sha256() {
    return Sha256.hex(bytes, length);
  }

  /** Bytes that stand there already, once more. */
  void again(int place, int count) {
    room(count);
    System.arraycopy(bytes, place, bytes, length, count);
    length += count;
  }

  void ascii(char c) {
    room(1);
    bytes[length++] = (byte) c;
  }

  /** Only letters that need no escape and have one byte. */
  void ascii(String text) {
    int count = text.length();
    room(count);
    for (int i = 0; i < count; i++) {
      bytes[length + i] = (byte) text.charAt(i);
    }
    length += count;
  }

  void number(long value) {
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

  /** Digits of a number from 0, with zeros before it up to a width. */
  void digits(long value, int width) {
    int count = Math.max(width, count(value));
    room(count);
    long rest = value;
    for (int place = length + count - 1; place >= length; place--) {
      long tenth = rest / 10;
      bytes[place] = (byte) ('0' + (rest - tenth * 10));
      rest = tenth;
    }
    length += count;
  }

  private static int count(long value) {
    int count = 1;
    for (long limit = 10; value >= limit && count < MAX_COUNTED; limit *= 10) {
      count++;
    }
    return count < MAX_COUNTED ? count : Long.toString(value).length();
  }

  /** A text in quotation marks, escaped as in RFC 8785. */
  void quoted(String text) {
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
