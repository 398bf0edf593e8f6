package dev.maestro.engine.archive;

import dev.maestro.engine.audit.Sha256;
import java.time.Instant;

/**
 * The text of what a cycle is decided from.
 *
 * @param hash SHA-256 of the text
 */
public record ArchivedInput(String text, String hash) {
  /** Writes it. */
  public static ArchivedInput of(CycleArchive archive) {
    String text = archive.text();
    return new ArchivedInput(text, Sha256.hex(text));
  }

  /** Packed, to be kept until then. */
  public KeptInput kept(Instant until) {
    return KeptInput.pack(text, hash, until);
  }
}
