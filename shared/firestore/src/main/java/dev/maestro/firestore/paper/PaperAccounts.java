package dev.maestro.firestore.paper;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldMask;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts of all tenants that are traded on paper. It reads them and their tenants, so a
 * minute costs nothing for whoever has none.
 */
public final class PaperAccounts {
  private final Firestore firestore;

  /** Those in this store. */
  public PaperAccounts(Firestore firestore) {
    this.firestore = firestore;
  }

  /** By tenant, each with one account at least; tenants that are not active are left out. */
  public SortedMap<TenantId, List<AccountId>> ofActiveTenants() {
    Query onPaper =
        firestore
            .collectionGroup("accounts")
            .whereEqualTo("executor", PaperDesk.EXECUTOR)
            .select("executor");
    SortedMap<TenantId, List<AccountId>> accounts = new TreeMap<>();
    for (DocumentSnapshot found : StoreCalls.await(onPaper.get()).getDocuments()) {
      Optional<TenantId> tenant = tenant(found.getReference());
      Optional<AccountId> account = AccountId.of(found.getId());
      if (tenant.isPresent() && account.isPresent()) {
        accounts.computeIfAbsent(tenant.get(), id -> new ArrayList<>()).add(account.get());
      }
    }
    accounts.keySet().retainAll(active(List.copyOf(accounts.keySet())));
    return accounts;
  }

  /** Whose account it is; empty for a collection of the same name elsewhere. */
  private static Optional<TenantId> tenant(DocumentReference account) {
    return Optional.ofNullable(account.getParent().getParent())
        .flatMap(
            owner ->
                TenantId.of(owner.getId()).filter(id -> owner.getPath().equals(Paths.tenant(id))));
  }

  private List<TenantId> active(List<TenantId> tenants) {
    if (tenants.isEmpty()) {
      return List.of();
    }
    DocumentReference[] documents =
        tenants.stream()
            .map(Paths::tenant)
            .map(firestore::document)
            .toArray(DocumentReference[]::new);
    List<DocumentSnapshot> read =
        StoreCalls.await(firestore.getAll(documents, FieldMask.of("active")));
    List<TenantId> active = new ArrayList<>();
    for (int i = 0; i < tenants.size(); i++) {
      if (Boolean.TRUE.equals(read.get(i).get("active"))) {
        active.add(tenants.get(i));
      }
    }
    return active;
  }
}
