package dev.maestro.gcp.journal;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.QuerySnapshot;
import dev.maestro.gcp.firestore.Paths;
import dev.maestro.gcp.firestore.StoreCalls;
import dev.maestro.gcp.firestore.StoredFields;
import dev.maestro.gcp.firestore.StoredValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executor;

/** Reads closed trades from users' journals. */
public final class JournalReader {
  private static final String CLOSED_AT = "closed_at";
  private static final int PAGE = 2000;

  /** {@code 2026-01-31T16:00}: what text times of one minute begin with. */
  private static final int MINUTE_LENGTH = 16;

  /** Sorts behind every text time that begins with the same minute. */
  private static final String BEHIND = "~";

  private static final Executor HERE = Runnable::run;

  private final Firestore firestore;

  /** Reads from this store. */
  public JournalReader(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The trades closed in [from, to), whatever their tenant: stored as Timestamps, or as text in UTC
   * with {@code Z}. Two queries that run at the same time; nothing waits here. Text with another
   * offset is found by {@link #all} alone.
   *
   * @param to at least from
   * @param now a close later than now + 5 min is a rejection
   */
  public ApiFuture<JournalSlice> closedBetween(String uid, Instant from, Instant to, Instant now) {
    Query journal = firestore.collection(Paths.journal(uid));
    ApiFuture<QuerySnapshot> stamped =
        journal
            .whereGreaterThanOrEqualTo(CLOSED_AT, StoredValue.time(from))
            .whereLessThan(CLOSED_AT, StoredValue.time(to))
            .get();
    ApiFuture<QuerySnapshot> written =
        journal
            .whereGreaterThanOrEqualTo(CLOSED_AT, minute(from))
            .whereLessThan(CLOSED_AT, minute(to) + BEHIND)
            .get();
    return ApiFutures.transform(
        ApiFutures.allAsList(List.of(stamped, written)),
        answers -> slice(uid, answers, now).closedBetween(from, to),
        HERE);
  }

  /**
   * The whole journal, page by page, whatever form its times have; costs one read per document.
   *
   * @throws IllegalStateException if the store does not answer
   */
  public JournalSlice all(String uid, Instant now) {
    JournalSlice.Builder slice = new JournalSlice.Builder(uid, now);
    Query first =
        firestore.collection(Paths.journal(uid)).orderBy(FieldPath.documentId()).limit(PAGE);
    Query next = first;
    int size = PAGE;
    while (size == PAGE) {
      List<QueryDocumentSnapshot> page = StoreCalls.await(next.get()).getDocuments();
      page.forEach(document -> slice.add(document.getId(), StoredFields.of(document)));
      size = page.size();
      if (size == PAGE) {
        next = first.startAfter(page.get(size - 1));
      }
    }
    return slice.build();
  }

  private static JournalSlice slice(String uid, List<QuerySnapshot> answers, Instant now) {
    JournalSlice.Builder slice = new JournalSlice.Builder(uid, now);
    for (QuerySnapshot answer : answers) {
      for (QueryDocumentSnapshot document : answer) {
        slice.add(document.getId(), StoredFields.of(document));
      }
    }
    return slice.build();
  }

  /** Seconds are optional in text, so a minute is as fine as text sorts. */
  private static String minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString().substring(0, MINUTE_LENGTH);
  }
}
