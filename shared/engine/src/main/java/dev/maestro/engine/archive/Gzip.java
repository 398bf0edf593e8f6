package dev.maestro.engine.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Packs bytes as gzip does (RFC 1952), without a name and without a time; and unpacks them. */
final class Gzip {
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
  private static final int TAIL = 8;

  private Gzip() {}

  static byte[] packed(ByteBuffer plain) {
    CRC32 sum = new CRC32();
    sum.update(plain.duplicate());
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(plain.duplicate());
      deflater.finish();
      byte[] out = Arrays.copyOf(HEAD, HEAD.length + plain.remaining() / 4 + 64);
      int size = HEAD.length;
      while (!deflater.finished()) {
        if (out.length - size < 64) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        size += deflater.deflate(out, size, out.length - size);
      }
      byte[] whole = Arrays.copyOf(out, size + TAIL);
      tail(whole).putInt((int) sum.getValue()).putInt(plain.remaining());
      return whole;
    } finally {
      deflater.end();
    }
  }

  /**
   * The bytes that were packed.
   *
   * @throws DataFormatException if they are not whole
   */
  static byte[] unpacked(byte[] packed) throws DataFormatException {
    boolean isLong = packed.length > HEAD.length + TAIL;
    if (!isLong || !Arrays.equals(HEAD, 0, HEAD.length, packed, 0, HEAD.length)) {
      throw new DataFormatException("no gzip of ours");
    }
    ByteBuffer tail = tail(packed);
    int crc = tail.getInt();
    byte[] plain = inflated(packed, tail.getInt());
    if ((int) crc(plain) != crc) {
      throw new DataFormatException("its sum is wrong");
    }
    return plain;
  }

  /** Grown as it is filled: the length that it claims may be anything. */
  private static byte[] inflated(byte[] packed, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed, HEAD.length, packed.length - HEAD.length - TAIL);
      byte[] plain = new byte[Math.max(64, packed.length * 4)];
      int size = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(plain, size, plain.length - size);
        size += more;
        // The end may stand alone behind what filled the space to its last byte.
        if (more == 0 && !inflater.finished() && size < plain.length) {
          throw new DataFormatException("it ends too early");
        }
        plain = size == plain.length ? Arrays.copyOf(plain, plain.length * 2) : plain;
      }
      if (size != length) {
        throw new DataFormatException("it has " + size + " bytes instead of " + length);
      }
      return Arrays.copyOf(plain, size);
    } finally {
      inflater.end();
    }
  }

  private static ByteBuffer tail(byte[] whole) {
    return ByteBuffer.wrap(whole, whole.length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long crc(byte[] plain) {
    CRC32 crc = new CRC32();
    crc.update(plain);
    return crc.getValue();
  }
}
