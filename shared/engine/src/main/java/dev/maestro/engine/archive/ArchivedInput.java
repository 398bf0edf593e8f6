package dev.maestro.engine.archive;

import dev.maestro.engine.audit.CanonicalBytes;
import java.time.Instant;

/** What a cycle is decided from, written and hashed; packed only where it is kept. */
public final class ArchivedInput {
  private final CanonicalBytes written;
  private final String hash;

  private ArchivedInput(CanonicalBytes written) {
    this.written = written;
    this.hash = written.sha256();
  }

  /** Writes it. */
  public static ArchivedInput of(CycleArchive archive) {
    return new ArchivedInput(archive.written());
  }

  /** SHA-256 of the text, 64 hex digits. */
  public String hash() {
    return hash;
  }

  /** The text, canonical JSON. */
  public String text() {
    return written.text();
  }

  /** Packed, to be kept until then. */
  public KeptInput kept(Instant until) {
    return KeptInput.pack(written.view(), hash, until);
  }
}
