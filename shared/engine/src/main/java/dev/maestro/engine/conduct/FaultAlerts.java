package dev.maestro.engine.conduct;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.conduct.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The faults that a cycle met as alerts: one per code, however many faults there are. */
final class FaultAlerts {
  /** So many faults of a code are told in words. */
  private static final int SHOWN = 3;

  private FaultAlerts() {}

  /** What the ledger has to tell, likewise. */
  static SortedMap<AlertCode, String> ofCapital(Optional<LedgerChanges> changes) {
    return of(
        changes.map(LedgerChanges::alerts).orElse(List.of()).stream()
            .map(alert -> new Situation.Fault(alert.code(), alert.detail()))
            .toList());
  }

  /** By code: the first three faults, and how many there are if there are more. */
  static SortedMap<AlertCode, String> of(List<Situation.Fault> faults) {
    SortedMap<AlertCode, List<String>> byCode = new TreeMap<>();
    faults.forEach(
        fault ->
            byCode.computeIfAbsent(fault.code(), code -> new ArrayList<>()).add(fault.message()));
    SortedMap<AlertCode, String> alerts = new TreeMap<>();
    byCode.forEach((code, messages) -> alerts.put(code, told(messages)));
    return alerts;
  }

  private static String told(List<String> messages) {
    if (messages.size() <= SHOWN) {
      return String.join("; ", messages);
    }
    return messages.size()
        + " of this kind, the first "
        + SHOWN
        + ": "
        + String.join("; ", messages.subList(0, SHOWN));
  }
}
