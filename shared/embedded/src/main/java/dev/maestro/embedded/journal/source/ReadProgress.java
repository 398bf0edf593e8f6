package dev.maestro.embedded.journal.source;

/** Hears how far the reading of a file is. */
@FunctionalInterface
public interface ReadProgress {
  /** Nobody listens. */
  ReadProgress NONE = bytes -> {};

  /** So many bytes of the file were read in this pass. */
  void bytesRead(long bytes);
}
