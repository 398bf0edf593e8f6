package dev.maestro.firestore.weights;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.QuerySnapshot;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The questions a rebuild asks the journal; each is answered from an index. */
final class JournalQueries {
  private static final String AGENT = TradeField.AGENT_ID.key();
  private static final String CLOSED_AT = TradeField.CLOSED_AT.key();
  private static final String[] NEEDED =
      List.of(
              TradeField.AGENT_ID,
              TradeField.CLOSED_AT,
              TradeField.REALIZED_PNL,
              TradeField.ENTRY_PRICE,
              TradeField.QUANTITY,
              TradeField.MULTIPLIER)
          .stream()
          .map(TradeField::key)
          .toArray(String[]::new);

  private final CollectionReference journal;

  JournalQueries(Firestore firestore, Uid uid) {
    this.journal = firestore.collection(Paths.journal(uid));
  }

  /** How a time is stored; Firestore compares only values of one type. */
  enum TimeType {
    /** A Timestamp: in the order of time. */
    TIMESTAMP,
    /** Text: in the order of its characters, which for UTC is that of time down to the minute. */
    TEXT;

    private Object least() {
      return this == TIMESTAMP ? Timestamp.MIN_VALUE : "";
    }
  }

  /** The next agent's name after the given one as it is stored, untrimmed: a skip-scan. */
  Optional<String> agentAfter(String last) {
    QuerySnapshot next =
        StoreCalls.await(
            journal.whereGreaterThan(AGENT, last).orderBy(AGENT).select(AGENT).limit(1).get());
    return next.getDocuments().stream().findFirst().map(document -> document.getString(AGENT));
  }

  /** The next page of an agent's closed trades, newest first. */
  List<QueryDocumentSnapshot> page(
      String storedAgent, TimeType type, Optional<QueryDocumentSnapshot> after, int size) {
    Query query =
        journal
            .whereEqualTo(AGENT, storedAgent)
            .whereGreaterThanOrEqualTo(CLOSED_AT, type.least())
            .orderBy(CLOSED_AT, Query.Direction.DESCENDING)
            .select(Arrays.copyOf(NEEDED, NEEDED.length))
            .limit(size);
    return StoreCalls.await(after.map(query::startAfter).orElse(query).get()).getDocuments();
  }
}
