package dev.maestro.firestore.rules;

import dev.maestro.firestore.rules.AccessTable.Row;
import dev.maestro.firestore.rules.FirestoreRest.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a table against an emulator whose rules are loaded, cell by cell. */
final class AccessCheck {
  private static final Map<String, String> SEED = Map.of("tenant_id", "acme");

  private final FirestoreRest firestore;
  private final AccessTable table;
  private final List<RulesCaller> callers;

  AccessCheck(FirestoreRest firestore, AccessTable table, List<RulesCaller> callers) {
    this.firestore = firestore;
    this.table = table;
    this.callers = callers;
  }

  /** Writes the memberships and every document of the table. */
  void seed() {
    RulesCaller.memberships()
        .forEach((path, role) -> firestore.put(path, Map.of("role", role, "tenant_id", "acme")));
    table.paths().forEach(path -> firestore.put(path, SEED));
  }

  /** Tries every cell; returns the wrong ones, one line each. */
  List<String> wrongCells() {
    seed();
    List<String> wrong = new ArrayList<>();
    for (Row row : table.rows()) {
      if (row.operation() == Operation.CREATE) {
        firestore.remove(row.path());
      }
      for (int column = 0; column < callers.size(); column++) {
        check(row, callers.get(column), row.allowed().get(column), wrong);
      }
      if (row.operation() == Operation.CREATE) {
        firestore.put(row.path(), SEED);
      }
    }
    return wrong;
  }

  private void check(Row row, RulesCaller caller, boolean allowed, List<String> wrong) {
    Answer answer = firestore.attempt(row.operation(), row.path(), caller);
    if (!isRead(row.operation()) && answer.isDone()) {
      undo(row);
    }
    if (!(allowed ? isAllowed(row, answer) : answer.isDenied())) {
      wrong.add(
          "%s may%s %s %s, but got %d %s"
              .formatted(
                  caller.name(),
                  allowed ? "" : " not",
                  row.operation(),
                  row.path(),
                  answer.status(),
                  answer.body().replaceAll("\\s+", " ")));
    }
  }

  private void undo(Row row) {
    if (row.operation() == Operation.CREATE) {
      firestore.remove(row.path());
    } else {
      firestore.put(row.path(), SEED);
    }
  }

  /** Allowed is what really shows the document: an empty answer proves nothing. */
  private static boolean isAllowed(Row row, Answer answer) {
    return isRead(row.operation()) ? answer.shows(row.path()) : answer.isDone();
  }

  private static boolean isRead(Operation operation) {
    return operation.compareTo(Operation.CREATE) < 0;
  }
}
