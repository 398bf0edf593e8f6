package dev.maestro.firestore.claim;

import com.google.cloud.firestore.FieldValue;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.LedgerTradeForm;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.IntentUpdate;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.KeptIntentForm;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.StoredValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code intents/{nonce}} of a tenant and the closes below a ledger, for transactions and for the
 * batch of a cycle alike. Members read intents, so the hash of a token never stands there.
 */
public final class IntentDocument {
  private IntentDocument() {}

  /** All fields of a new one, with the first lines of its history. */
  public static Map<String, Object> fields(
      TenantId tenant, KeptIntent intent, List<HistoryLine> history) {
    Map<String, Object> fields =
        StoredValue.map(TokenDocument.hidden(KeptIntentForm.write(intent)));
    fields.put("tenant_id", tenant.value());
    fields.put(HistoryLine.FIELD, lines(history));
    return fields;
  }

  /** What a command changes, to be merged into the document: history is added to. */
  public static Map<String, Object> fields(TenantId tenant, IntentUpdate update) {
    Map<String, Object> fields =
        StoredValue.map(TokenDocument.hidden(KeptIntentForm.write(update)));
    fields.put("tenant_id", tenant.value());
    if (!update.history().isEmpty()) {
      fields.put(HistoryLine.FIELD, FieldValue.arrayUnion(lines(update.history()).toArray()));
    }
    return fields;
  }

  /**
   * Reads the document, whose token is then nobody's.
   *
   * @param stored empty: there is none
   * @throws UnreadableLedgerException naming the field
   */
  public static Optional<KeptIntent> read(Optional<Fields> stored) {
    return read(stored, Optional.empty());
  }

  /**
   * Reads the document, and beside it whose claim it was.
   *
   * @param stored empty: there is none
   * @param token empty: that is not known, and no token is the right one
   * @throws UnreadableLedgerException naming the field
   */
  static Optional<KeptIntent> read(Optional<Fields> stored, Optional<Fields> token) {
    return exact(
        () -> stored.map(in -> KeptIntentForm.FORM.read(TokenDocument.revealed(in, token))));
  }

  /** The lines of its history, oldest first. */
  public static List<HistoryLine> history(Fields stored) {
    return stored.get(HistoryLine.FIELD, Kinds.list(HistoryLine.FORM), List.of());
  }

  /** All fields of a close. */
  public static Map<String, Object> close(TenantId tenant, LedgerTrade trade) {
    Map<String, Object> fields = StoredValue.map(LedgerTradeForm.FORM.write(trade));
    fields.put("tenant_id", tenant.value());
    return fields;
  }

  /**
   * Reads a close.
   *
   * @throws UnreadableLedgerException naming the field
   */
  public static Optional<LedgerTrade> readClose(Optional<Fields> stored) {
    return exact(() -> stored.map(LedgerTradeForm.FORM::read));
  }

  private static List<Map<String, Object>> lines(List<HistoryLine> history) {
    return history.stream().map(line -> StoredValue.map(HistoryLine.FORM.write(line))).toList();
  }

  private static <T> Optional<T> exact(Supplier<Optional<T>> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      throw new UnreadableLedgerException(
          unreadable.getMessage() + "; restore the document from a backup");
    }
  }
}
