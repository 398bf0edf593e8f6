package dev.maestro.firestore.claim;

import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.TenantLedgerForm;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.StoredValue;
import java.util.Map;
import java.util.Optional;

/** {@code ledger/{account}} of a tenant, for transactions and for the batch of a cycle alike. */
public final class LedgerDocument {
  private LedgerDocument() {}

  /** All fields of the document; what stood there before is replaced whole. */
  public static Map<String, Object> fields(TenantId tenant, TenantLedger ledger) {
    Map<String, Object> fields = StoredValue.map(TenantLedgerForm.write(ledger));
    fields.put("tenant_id", tenant.value());
    return fields;
  }

  /**
   * Reads the document; its kill switch is REDUCING and its policy allows nothing until both are
   * filled in.
   *
   * @param stored empty: no cycle has made one
   * @throws UnreadableLedgerException naming the field
   */
  public static Optional<TenantLedger> read(Optional<Fields> stored) {
    try {
      return stored.map(TenantLedgerForm.FORM::read);
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      throw new UnreadableLedgerException(
          unreadable.getMessage() + "; restore the document from a backup");
    }
  }
}
