package dev.maestro.firestore.hook;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.hook.Hook;
import dev.maestro.engine.signal.hook.HookForm;
import dev.maestro.engine.signal.hook.HookId;
import dev.maestro.engine.signal.hook.LoadHookPort;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * {@code systemStatus/hooks/items/{id}}. Whoever calls a hook waits, so Firestore answers within 10
 * seconds, or is gone. A hook that cannot be read takes nothing.
 */
public final class FirestoreHooks implements LoadHookPort {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Reads and writes here. */
  public FirestoreHooks(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public Optional<Hook> find(HookId id) {
    return read(StoreCalls.await(document(id).get(), PATIENCE)).findFirst();
  }

  /** Stores a hook that is not there yet. */
  public void create(Hook hook) {
    StoreCalls.await(
        document(hook.id()).create(StoredValue.map(HookForm.of(hook.id()).write(hook))));
  }

  /**
   * Makes a hook of a tenant another one.
   *
   * @return as it is now; empty if the tenant has no such hook
   * @throws UnavailableException if somebody else changed it at the same time
   */
  public Optional<Hook> change(TenantId tenant, HookId id, UnaryOperator<Hook> change) {
    DocumentSnapshot found = StoreCalls.await(document(id).get());
    Optional<Hook> changed =
        read(found).filter(hook -> hook.tenant().equals(tenant)).findFirst().map(change);
    if (changed.isPresent()) {
      WriteBatch batch = firestore.batch();
      DocumentVersion.of(found)
          .replace(batch, document(id), StoredValue.map(HookForm.of(id).write(changed.get())));
      if (!StoreCalls.isWritten(batch)) {
        throw new UnavailableException("somebody else changed hook " + id + " at the same time");
      }
    }
    return changed;
  }

  /**
   * The hooks of a tenant, the oldest first; one that cannot be read takes nothing and is left out.
   */
  public List<Hook> list(TenantId tenant) {
    List<QueryDocumentSnapshot> found =
        StoreCalls.await(
                firestore.collection(Paths.HOOKS).whereEqualTo("tenant_id", tenant.value()).get())
            .getDocuments();
    return found.stream()
        .flatMap(FirestoreHooks::read)
        .sorted(Comparator.comparing(Hook::createdAt).thenComparing(hook -> hook.id().value()))
        .toList();
  }

  private static Stream<Hook> read(DocumentSnapshot document) {
    try {
      Optional<HookId> id = HookId.of(document.getId());
      return document.exists() && id.isPresent()
          ? Stream.of(HookForm.of(id.get()).read(StoredFields.of(document)))
          : Stream.empty();
    } catch (UnreadableValueException broken) {
      return Stream.empty();
    }
  }

  private DocumentReference document(HookId id) {
    return firestore.document(Paths.HOOKS + "/" + id);
  }
}
