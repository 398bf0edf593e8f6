package dev.maestro.firestore.audit;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * {@code control/chain}: where a tenant's chain of decisions stands. It is there from the tenant's
 * beginning, so one that is missing is lost.
 *
 * @param head the newest record
 * @param lastDone the newest slot that was decided; empty before the first
 */
public record ChainDocument(ChainHead head, Optional<Slot> lastDone) {
  /** The document below its tenant. */
  public static final String PATH = "control/chain";

  private static final String SLOT = "slot";

  /** The fields of a chain without records. */
  public static Map<String, Object> begun() {
    return StoredValue.map(ChainHeadForm.FORM.write(ChainHead.EMPTY));
  }

  /** The fields after a cycle. */
  public static Map<String, Object> after(ChainHead head, Instant slot, String recordId) {
    Map<String, Object> fields = ChainHeadForm.FORM.write(head);
    fields.put(SLOT, slot);
    fields.put("record_id", recordId);
    return StoredValue.map(fields);
  }

  /**
   * Reads the document.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field: without the newest
   *     record or its slot the chain would fork, and a slot could be decided twice
   */
  public static ChainDocument read(Fields fields) {
    ChainHead head = ChainHeadForm.FORM.read(fields);
    if (head.equals(ChainHead.EMPTY)) {
      return new ChainDocument(head, Optional.empty());
    }
    Instant start = fields.get(SLOT, Kinds.TIME);
    if (!Slot.of(start).start().equals(start)) {
      throw fields.wrong(SLOT, "a multiple of 5 minutes", start);
    }
    return new ChainDocument(head, Optional.of(new Slot(start)));
  }
}
