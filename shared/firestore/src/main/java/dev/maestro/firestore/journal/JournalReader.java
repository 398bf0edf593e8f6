package dev.maestro.firestore.journal;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.QuerySnapshot;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.slice.JournalSlice;
import dev.maestro.engine.journal.slice.ReadSlicePort;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/** Reads closed trades from users' journals. */
public final class JournalReader implements ReadSlicePort {
  private static final String CLOSED_AT = "closed_at";
  private static final int PAGE = 2000;

  /** The largest offset that a text time can have, either way. */
  private static final Duration OFFSET = Duration.ofHours(18);

  /** {@code 2026-01-31}: what text times of one day begin with. */
  private static final int DAY_LENGTH = 10;

  /** {@code 2026-01-31T16:00}: what text times of one minute begin with; seconds are optional. */
  private static final int MINUTE_LENGTH = 16;

  /** Sorts behind every text time that begins with the same day. */
  private static final String BEHIND = "~";

  private static final Executor HERE = Runnable::run;

  private final Firestore firestore;

  /** Reads from this store. */
  public JournalReader(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The trades closed in [from, to), whatever their tenant: stored as Timestamps, or as text with
   * any offset. Two queries that run at the same time; nothing waits here. Text sorts by its local
   * time, so that of 18 hours around is read and judged by its instant; text that begins with
   * blanks is found by {@link #all} alone.
   *
   * @param to at least from
   * @param now a close later than now + 5 min is a rejection
   */
  public ApiFuture<JournalSlice> closedBetween(Uid uid, Instant from, Instant to, Instant now) {
    Query journal = firestore.collection(Paths.journal(uid));
    ApiFuture<QuerySnapshot> stamped =
        journal
            .whereGreaterThanOrEqualTo(CLOSED_AT, StoredValue.time(from))
            .whereLessThan(CLOSED_AT, StoredValue.time(to))
            .get();
    ApiFuture<QuerySnapshot> written =
        journal
            .whereGreaterThanOrEqualTo(CLOSED_AT, text(from.minus(OFFSET), MINUTE_LENGTH))
            .whereLessThan(CLOSED_AT, text(to.plus(OFFSET), DAY_LENGTH) + BEHIND)
            .get();
    return ApiFutures.transform(
        ApiFutures.allAsList(List.of(stamped, written)),
        answers -> slice(uid, answers, now, from, to),
        HERE);
  }

  /** Page by page; costs one read per document. */
  @Override
  public JournalSlice all(Uid uid, Instant now) {
    JournalSlice.Builder slice = new JournalSlice.Builder(uid, now);
    Query first =
        firestore.collection(Paths.journal(uid)).orderBy(FieldPath.documentId()).limit(PAGE);
    Query next = first;
    int size = PAGE;
    while (size == PAGE) {
      List<QueryDocumentSnapshot> page = StoreCalls.await(next.get()).getDocuments();
      page.forEach(document -> slice.add(document.getId(), row(document)));
      size = page.size();
      if (size == PAGE) {
        next = first.startAfter(page.get(size - 1));
      }
    }
    return slice.build();
  }

  /** A trade without a usable time is in every slice: it must not get lost between two. */
  private static JournalSlice slice(
      Uid uid, List<QuerySnapshot> answers, Instant now, Instant from, Instant to) {
    JournalSlice.Builder slice = new JournalSlice.Builder(uid, now);
    for (QuerySnapshot answer : answers) {
      for (QueryDocumentSnapshot document : answer) {
        RawTrade row = row(document);
        boolean isOutside =
            TradeReader.closedAt(row)
                .filter(time -> time.isBefore(from) || !time.isBefore(to))
                .isPresent();
        if (!isOutside) {
          slice.add(document.getId(), row);
        }
      }
    }
    return slice.build();
  }

  private static RawTrade row(QueryDocumentSnapshot document) {
    return RawTrade.of(StoredFields.of(document).values());
  }

  private static String text(Instant time, int length) {
    return time.toString().substring(0, length);
  }
}
