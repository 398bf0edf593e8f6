package dev.maestro.firestore.weights;

import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.firestore.store.StoredFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the newest usable trades of one name and one type of time, newest first.
 *
 * <p>It goes on past the last one that fits, until nothing that follows can be newer: equal times
 * are ordered by id, and text is ordered by its characters. {@code 16:00Z}, {@code 16:00:00Z} and
 * {@code 16:00:00.5Z} stand in no order of time, so the minute at the boundary is read to its end;
 * and where offsets other than Z were met, as far as those can shift a time.
 */
final class NewestTrades {
  private final int lookback;
  private final Instant now;
  private final List<WindowTrade> usable = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private int leastOffsetSeconds;

  NewestTrades(int lookback, Instant now) {
    this.lookback = lookback;
    this.now = now;
  }

  List<WindowTrade> usable() {
    return usable;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  /** Reads pages until it is complete or the journal ends. */
  void readFrom(JournalQueries queries, String storedAgent, JournalQueries.TimeType type) {
    int size = lookback + 1;
    Optional<QueryDocumentSnapshot> last = Optional.empty();
    while (true) {
      List<QueryDocumentSnapshot> page = queries.page(storedAgent, type, last, size);
      page.forEach(this::add);
      if (page.size() < size) {
        return;
      }
      QueryDocumentSnapshot end = page.get(size - 1);
      if (isComplete(end)) {
        return;
      }
      last = Optional.of(end);
    }
  }

  private void add(QueryDocumentSnapshot document) {
    Map<String, Object> fields = StoredFields.of(document).values();
    String id = document.getId();
    if (fields.get(TradeField.CLOSED_AT.key()) instanceof String text) {
      written(text).ifPresent(time -> noteOffset(time.getOffset()));
    }
    TradeReading reading = TradeReader.readStored(RawTrade.of(fields), id, now);
    if (reading instanceof TradeReading.Usable found) {
      usable.add(WindowTrade.of(id, found.trade()));
    } else if (reading instanceof TradeReading.Rejected rejected) {
      rejections.add(Rejection.ofDocument(id, rejected.reason()));
    }
  }

  private void noteOffset(ZoneOffset offset) {
    leastOffsetSeconds = Math.min(leastOffsetSeconds, offset.getTotalSeconds());
  }

  /** True if whatever follows this document is older than all that are needed. */
  private boolean isComplete(QueryDocumentSnapshot end) {
    if (usable.size() < lookback) {
      return false;
    }
    List<Instant> times =
        usable.stream()
            .map(WindowTrade::closedAt)
            .sorted(Comparator.reverseOrder())
            .limit(lookback)
            .toList();
    Instant boundary = times.get(lookback - 1);
    Object time = StoredFields.of(end).values().get(TradeField.CLOSED_AT.key());
    if (time instanceof Instant closedAt) {
      return closedAt.isBefore(boundary);
    }
    return written(String.valueOf(time))
        .map(text -> text.toLocalDateTime().toInstant(ZoneOffset.UTC))
        .map(text -> text.minusSeconds(leastOffsetSeconds).truncatedTo(ChronoUnit.MINUTES))
        .filter(newestPossible -> newestPossible.isBefore(boundary.truncatedTo(ChronoUnit.MINUTES)))
        .isPresent();
  }

  private static Optional<OffsetDateTime> written(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
