package dev.maestro.firestore.audit;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.number.TimeToCome;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code control/chain}: where a tenant's chain of decisions stands. It is there from the tenant's
 * beginning, so one that is missing is lost.
 *
 * @param head the newest record
 * @param lastDone the newest slot that was decided; empty before the first
 * @param fault why the slot that stands there cannot be used, and the one of the newest record
 *     stands in; empty: it can
 */
public record ChainDocument(ChainHead head, Optional<Slot> lastDone, Optional<String> fault) {
  /** The document below its tenant. */
  public static final String PATH = "control/chain";

  private static final String SLOT = "slot";
  private static final String RECORD_ID = "record_id";
  private static final String LEDGER_VERSION = "ledger_version";
  private static final String SHADOW = "shadow";

  /** {@code {slot epochSeconds}_{session_id}}. */
  private static final Pattern RECORD = Pattern.compile("(\\d{1,11})_.+");

  /** The fields of a chain without records. */
  public static Map<String, Object> begun() {
    return StoredValue.map(ChainHeadForm.FORM.write(ChainHead.EMPTY));
  }

  /** The fields after a cycle. */
  public static Map<String, Object> after(
      ChainHead head, Instant slot, String recordId, long ledgerVersion, boolean hasShadow) {
    Map<String, Object> fields = ChainHeadForm.FORM.write(head);
    fields.put(SLOT, slot);
    fields.put(RECORD_ID, recordId);
    fields.put(LEDGER_VERSION, ledgerVersion);
    fields.put(SHADOW, hasShadow);
    return StoredValue.map(fields);
  }

  /**
   * Reads the document. A slot that cannot be read, or is more than a day ahead and would make
   * every slot up to it an old one, is that of the newest record.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field: without the newest
   *     record or its slot the chain would fork, and a slot could be decided twice
   */
  public static ChainDocument read(Fields fields, Instant now) {
    ChainHead head = ChainHeadForm.FORM.read(fields);
    if (head.equals(ChainHead.EMPTY)) {
      return new ChainDocument(head, Optional.empty(), Optional.empty());
    }
    try {
      return new ChainDocument(head, Optional.of(slot(fields, now)), Optional.empty());
    } catch (UnreadableValueException unusable) {
      Slot ofRecord = slotOfRecord(fields, now).orElseThrow(() -> unusable);
      return new ChainDocument(
          head, Optional.of(ofRecord), Optional.of(String.valueOf(unusable.getMessage())));
    }
  }

  /** False if the newest cycle left nothing on paper; what is not known may be something. */
  public static boolean hasShadow(Fields fields) {
    return fields.reading(SHADOW, Kinds.FLAG).value().orElse(true);
  }

  /**
   * The version of the ledger that the newest cycle left; 0: none has written one. Of one that
   * cannot be read only this much is known: there was a ledger.
   */
  public static long ledgerVersion(Fields fields) {
    Reading<Long> version = fields.reading(LEDGER_VERSION, Kinds.WHOLE);
    return version.value().orElse(version.isGiven() ? 1L : 0L);
  }

  private static Slot slot(Fields fields, Instant now) {
    Instant start = fields.get(SLOT, Kinds.TIME);
    return usable(start, now)
        .orElseThrow(
            () -> fields.wrong(SLOT, "a multiple of 5 minutes, at most a day after now", start));
  }

  private static Optional<Slot> slotOfRecord(Fields fields, Instant now) {
    return fields
        .reading(RECORD_ID, Kinds.TEXT)
        .value()
        .map(RECORD::matcher)
        .filter(Matcher::matches)
        .flatMap(id -> usable(Instant.ofEpochSecond(Long.parseLong(id.group(1))), now));
  }

  private static Optional<Slot> usable(Instant start, Instant now) {
    return Optional.of(Slot.of(start))
        .filter(slot -> slot.start().equals(start) && !TimeToCome.is(start, now));
  }
}
