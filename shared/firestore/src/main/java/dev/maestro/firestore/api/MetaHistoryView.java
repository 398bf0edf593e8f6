package dev.maestro.firestore.api;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.meta.shown.Evaluated;
import dev.maestro.engine.meta.shown.ModeChange;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.page.PageRequest;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.api.page.StoredPage;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the meta controller said of a tenant, newest first, and where it changed its mind. */
public final class MetaHistoryView {
  private static final String HISTORY = "history";

  private static final StoredList LIST =
      StoredList.newestFirst(
          HISTORY,
          "id",
          MetaHistoryView::place,
          "updated_at",
          (document, now) ->
              Evaluated.VIEW.written(MetaStateForm.FORM.read(StoredFields.of(document)).policy()));

  private final Firestore firestore;

  /** Reads here. */
  public MetaHistoryView(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The fields of {@code GET /api/msc/history}. {@code total_records} are all that are kept; {@code
   * mode_changes} are those of the page, its oldest entry against the one before it included.
   *
   * @throws RefusedInputException for a limit or a cursor that cannot be one
   */
  public Written of(PageRequest request) throws RefusedInputException {
    StoredPage page = LIST.page(firestore, request, query -> query);
    List<DocumentSnapshot> entries = new ArrayList<>(page.documents());
    page.following().ifPresent(entries::add);
    List<Optional<GlobalPolicy>> policies = entries.stream().map(MetaHistoryView::policy).toList();
    return Written.of("total_records", count(request.tenant()))
        .with(HISTORY, page.shown())
        .with(
            "mode_changes",
            ModeChange.between(policies).stream().map(ModeChange.VIEW::written).toList())
        .with(
            "current_mode",
            new TenantPolicies(firestore, request.tenant())
                .acting(request.now())
                .map(policy -> policy.modeAt(request.now())))
        .with("next", page.next());
  }

  private long count(TenantId tenant) {
    return StoredReads.await(firestore.collection(place(tenant)).count().get()).getCount();
  }

  private static Optional<GlobalPolicy> policy(DocumentSnapshot document) {
    return TenantPolicies.state(StoredFields.of(document)).map(MetaState::policy);
  }

  private static String place(TenantId tenant) {
    return Paths.of(tenant, "globalPolicy/current/history");
  }
}
