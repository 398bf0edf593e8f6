package dev.maestro.bench.shape;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the store says of a slot; nothing that a function answered is believed. */
final class DecidedSlots {
  private final Firestore firestore;

  DecidedSlots(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * Checks that the slot of every tenant is DONE, and that the decision log holds one record of it:
   * the one that the slot names.
   *
   * @return how many slots were taken over from another delivery
   * @throws IllegalStateException naming the first that are not so
   */
  int check(Slot slot, List<TenantId> tenants) {
    Map<String, List<String>> records = records(slot);
    Map<String, DocumentSnapshot> slots = slots(slot);
    List<String> wrong = new ArrayList<>();
    int takenOver = 0;
    Set<String> all = new TreeSet<>(records.keySet());
    tenants.forEach(tenant -> all.add(tenant.value()));
    for (String tenant : all) {
      DocumentSnapshot stored = slots.get(tenant);
      List<String> decided = records.getOrDefault(tenant, List.of());
      if (stored == null
          || !"DONE".equals(stored.getString("state"))
          || !decided.equals(List.of(String.valueOf(stored.getString("record_id"))))) {
        wrong.add(tenant + " " + (stored == null ? "no slot" : stored.getData()) + " " + decided);
      } else if (Objects.requireNonNullElse(stored.getLong("attempts"), 1L) > 1) {
        takenOver++;
      }
    }
    if (!wrong.isEmpty() || all.size() != tenants.size()) {
      throw new IllegalStateException(
          wrong.size()
              + " of "
              + tenants.size()
              + " tenants have not exactly one decision in slot "
              + slot.start()
              + ": "
              + wrong.subList(0, Math.min(3, wrong.size())));
    }
    return takenOver;
  }

  /** The ids of the records of a slot, by tenant; they begin with the slot's time. */
  private Map<String, List<String>> records(Slot slot) {
    String epoch = String.valueOf(slot.start().getEpochSecond());
    Query ofSlot =
        firestore
            .collection(Paths.LOGS)
            .orderBy(FieldPath.documentId())
            .startAt(epoch + "_")
            .endBefore(epoch + "`")
            .select("tenant_id");
    Map<String, List<String>> records = new TreeMap<>();
    for (DocumentSnapshot record : StoreCalls.await(ofSlot.get()).getDocuments()) {
      records
          .computeIfAbsent(String.valueOf(record.getString("tenant_id")), one -> new ArrayList<>())
          .add(record.getId());
    }
    return records;
  }

  private Map<String, DocumentSnapshot> slots(Slot slot) {
    Query ofSlot =
        firestore
            .collection("systemStatus/cycles/slots")
            .whereEqualTo("slot", StoredValue.time(slot.start()));
    Map<String, DocumentSnapshot> slots = new TreeMap<>();
    for (DocumentSnapshot stored : StoreCalls.await(ofSlot.get()).getDocuments()) {
      slots.put(String.valueOf(stored.getString("tenant_id")), stored);
    }
    return slots;
  }
}
