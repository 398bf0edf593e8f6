package dev.maestro.cli.imports;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldMask;
import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.embedded.journal.plan.JournalPlan;
import dev.maestro.embedded.journal.plan.TradeIds;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trade ids that the stored journal gave to another agent or another symbol. */
final class TakenIds {
  /** What a person does about it. */
  static final String MEND =
      "give ids that are unique in the journal, or import each bot's file with an --id-prefix of"
          + " its own";

  private static final int BATCH = 500;

  private TakenIds() {}

  /**
   * Refuses a file of which any trade is another agent's or another symbol's in the store. Nothing
   * was written yet.
   *
   * @throws CommandFailure naming the first such trade
   */
  static void refuse(Firestore firestore, Uid uid, JournalPlan plan) {
    List<Map.Entry<String, JournalPlan.Last>> trades = new ArrayList<>(plan.trades().entrySet());
    for (int from = 0; from < trades.size(); from += BATCH) {
      List<Map.Entry<String, JournalPlan.Last>> batch =
          trades.subList(from, Math.min(trades.size(), from + BATCH));
      DocumentReference[] references =
          batch.stream()
              .map(trade -> firestore.document(Paths.trade(uid, TradeIds.document(trade.getKey()))))
              .toArray(DocumentReference[]::new);
      FieldMask owner = FieldMask.of(TradeField.AGENT_ID.key(), TradeField.SYMBOL.key());
      List<DocumentSnapshot> stored = StoreCalls.await(firestore.getAll(references, owner));
      for (int i = 0; i < stored.size(); i++) {
        require(batch.get(i).getKey(), batch.get(i).getValue(), stored.get(i));
      }
    }
  }

  private static void require(String id, JournalPlan.Last trade, DocumentSnapshot stored) {
    Optional<String> agent = text(stored, TradeField.AGENT_ID);
    Optional<String> symbol = text(stored, TradeField.SYMBOL);
    boolean isOthers = agent.filter(name -> !name.equals(trade.agent())).isPresent();
    boolean isOfOther =
        !trade.symbol().isBlank()
            && symbol.filter(name -> !name.equals(trade.symbol())).isPresent();
    if (isOthers || isOfOther) {
      throw new CommandFailure(
          "trade '"
              + id
              + "' (line "
              + trade.line()
              + ") is of "
              + trade.agent()
              + (trade.symbol().isBlank() ? "" : " in " + trade.symbol())
              + " here and of "
              + agent.orElse("nobody")
              + symbol.map(name -> " in " + name).orElse("")
              + " in the journal that is stored, so nothing was imported: "
              + MEND);
    }
  }

  private static Optional<String> text(DocumentSnapshot stored, TradeField field) {
    return Optional.ofNullable(stored.get(field.key())).map(Object::toString);
  }
}
