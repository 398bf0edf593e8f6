package dev.maestro.engine.archive;

import dev.maestro.engine.form.Written;
import java.util.Optional;

/**
 * A record as it is stored, and what it was decided from.
 *
 * @param record all its fields
 * @param input empty: none is kept, or not any more
 */
public record StoredDecision(String id, Written record, Optional<KeptInput> input) {
  /** The hash of its input; empty text if the record names none. */
  public String inputHash() {
    return record.get("input_hash").map(Object::toString).orElse("");
  }

  /**
   * What it was decided from, whole.
   *
   * @param engineVersion who asks
   * @throws UnusableArchiveException if it cannot be decided again
   */
  public CycleArchive archive(String engineVersion) {
    KeptInput kept =
        input.orElseThrow(
            () ->
                new UnusableArchiveException(
                    ArchiveFault.MISSING,
                    "no input is kept of decision "
                        + id
                        + ": its time is over, or decisions.keep_inputs_days was 0"));
    return CycleArchive.read(kept.text(inputHash()), engineVersion);
  }
}
