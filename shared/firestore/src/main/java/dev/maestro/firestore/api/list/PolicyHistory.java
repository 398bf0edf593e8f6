package dev.maestro.firestore.api.list;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.util.List;

/** The trading policies that were new, newest first, and what each of them loosened. */
public final class PolicyHistory {
  /** The list. */
  public static final StoredList LIST =
      StoredList.newestFirst(
          "history",
          "id",
          tenant -> Paths.of(tenant, "policy/current/history"),
          "evaluated_at",
          (document, now) -> entry(document));

  private static final List<String> WORDS = List.of("held", "loosened");

  private PolicyHistory() {}

  private static Written entry(DocumentSnapshot document) {
    Fields stored = StoredFields.of(document);
    StabilityState state = StabilityStateForm.FORM.read(stored);
    Written entry =
        new Written(StabilityStateForm.TIMES.write(state))
            .with("policy", TradingPolicyForm.FORM.write(state.inForce()))
            .with("why", stored.find("why", Kinds.TEXT));
    for (String name : WORDS) {
      entry = entry.with(name, stored.get(name, Kinds.list(Kinds.TEXT), List.of()));
    }
    return entry;
  }
}
