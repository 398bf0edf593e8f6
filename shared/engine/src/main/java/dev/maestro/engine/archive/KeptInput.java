package dev.maestro.engine.archive;

import dev.maestro.engine.audit.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/**
 * What a cycle was decided from, as it is stored beside its record: gzipped canonical JSON in
 * parts.
 *
 * @param hash SHA-256 of the text, which the record names as {@code input_hash}
 * @param bytes of the gzip
 * @param parts of at most {@value #PART_BYTES} bytes; none: it is larger than one commit holds
 * @param expiresAt when it is let go
 */
public record KeptInput(String hash, long bytes, List<Part> parts, Instant expiresAt) {
  /** Of one part; a document holds 1 MiB. */
  public static final int PART_BYTES = 700 * 1024;

  /** A commit holds 10 MiB, of which record, ledger, statistics and policies need up to half. */
  public static final int MOST_PARTS = 6;

  /** A part; its bytes are nobody's to change. */
  public static final class Part {
    private final byte[] bytes;

    /** Keeps its own copy. */
    public Part(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** Takes a copy of the list. */
  public KeptInput {
    parts = List.copyOf(parts);
  }

  /** Packs what is written. */
  static KeptInput pack(ByteBuffer written, String hash, Instant expiresAt) {
    byte[] packed = Gzip.packed(written);
    List<Part> parts = new ArrayList<>();
    if (packed.length <= MOST_PARTS * PART_BYTES) {
      for (int from = 0; from < packed.length; from += PART_BYTES) {
        parts.add(
            new Part(Arrays.copyOfRange(packed, from, Math.min(packed.length, from + PART_BYTES))));
      }
    }
    return new KeptInput(hash, packed.length, parts, expiresAt);
  }

  /** True if only its hash is kept. */
  public boolean isTooLarge() {
    return parts.isEmpty();
  }

  /**
   * The text, whole and unchanged.
   *
   * @param recorded the {@code input_hash} of the record
   * @throws UnusableArchiveException if it is not
   */
  public String text(String recorded) {
    if (isTooLarge()) {
      throw new UnusableArchiveException(
          ArchiveFault.TOO_LARGE,
          "the input had " + bytes + " bytes packed, more than one commit holds");
    }
    String text = unpacked();
    if (!Sha256.hex(text).equals(recorded)) {
      throw new UnusableArchiveException(
          ArchiveFault.CHANGED, "the input is not the one whose hash the record holds");
    }
    return text;
  }

  private String unpacked() {
    int size = parts.stream().mapToInt(part -> part.bytes.length).sum();
    byte[] packed = new byte[size];
    int at = 0;
    for (Part part : parts) {
      System.arraycopy(part.bytes, 0, packed, at, part.bytes.length);
      at += part.bytes.length;
    }
    try {
      return new String(Gzip.unpacked(packed), StandardCharsets.UTF_8);
    } catch (DataFormatException cut) {
      throw new UnusableArchiveException(
          ArchiveFault.CUT, "the input does not unpack: " + cut.getMessage());
    }
  }
}
