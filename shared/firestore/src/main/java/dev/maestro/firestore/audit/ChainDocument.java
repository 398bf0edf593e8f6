package dev.maestro.firestore.audit;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.firestore.store.StoredFields;
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

  /** The fields of a chain without records. */
  public static Map<String, Object> begun() {
    return StoredValue.map(Map.of("seq", ChainHead.EMPTY.seq(), "hash", ChainHead.EMPTY.hash()));
  }

  /** The fields after a cycle. */
  public static Map<String, Object> after(ChainHead head, Instant slot, String recordId) {
    return StoredValue.map(
        Map.of("seq", head.seq(), "hash", head.hash(), "slot", slot, "record_id", recordId));
  }

  /**
   * Reads the document.
   *
   * @throws dev.maestro.firestore.store.UnreadableDocumentException naming the field: without the
   *     newest record or its slot the chain would fork, and a slot could be decided twice
   */
  public static ChainDocument read(StoredFields fields) {
    ChainHead head = new ChainHead(fields.whole("seq"), fields.text("hash"));
    if (head.seq() < 0) {
      throw fields.wrong("seq", "0 or above", head.seq());
    }
    if (head.seq() == 0) {
      if (!head.equals(ChainHead.EMPTY)) {
        throw fields.wrong("hash", "64 zeros before the first record", head.hash());
      }
      return new ChainDocument(head, Optional.empty());
    }
    Instant start = fields.time("slot");
    if (!Slot.of(start).start().equals(start)) {
      throw fields.wrong("slot", "a multiple of 5 minutes", start);
    }
    return new ChainDocument(head, Optional.of(new Slot(start)));
  }
}
