package dev.maestro.firestore.api.page;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A list of a tenant, asked for page by page. An entry that nobody can show says so under its id,
 * and the others of its page stand.
 */
public final class StoredList {
  private static final char SLASH = '/';

  private final String name;
  private final String key;
  private final Function<TenantId, String> collection;
  private final Order order;
  private final Entry entry;

  /** What is shown of an entry; it throws for one that cannot be read. */
  @FunctionalInterface
  public interface Entry {
    /**
     * The fields of the answer.
     *
     * @param now when it is asked for
     */
    Written of(DocumentSnapshot document, Instant now);
  }

  /** In which order, and which of the collection. */
  private interface Order {
    Query first(Query all, TenantId tenant);

    Query after(Query first, DocumentReference last, TenantId tenant) throws RefusedInputException;
  }

  private StoredList(
      String name, String key, Function<TenantId, String> collection, Order order, Entry entry) {
    this.name = name;
    this.key = key;
    this.collection = collection;
    this.order = order;
    this.entry = entry;
  }

  /**
   * A list in the order of its ids.
   *
   * @param name under which the answer has its entries
   * @param key under which an entry has its id
   * @param collection the path
   */
  public static StoredList byId(
      String name, String key, Function<TenantId, String> collection, Entry entry) {
    return new StoredList(name, key, collection, new ById(), entry);
  }

  /**
   * A list in the order of a time, newest first.
   *
   * @param time the field
   */
  public static StoredList newestFirst(
      String name, String key, Function<TenantId, String> collection, String time, Entry entry) {
    return new StoredList(name, key, collection, new NewestFirst(time, false, List.of()), entry);
  }

  /**
   * The same of a collection that all tenants share, by {@code tenant_id}.
   *
   * @param fields that are read; none: all of them
   */
  public static StoredList newestFirstOfShared(
      String name, String key, String collection, String time, List<String> fields, Entry entry) {
    return new StoredList(
        name, key, tenant -> collection, new NewestFirst(time, true, fields), entry);
  }

  /**
   * A page, as it is answered.
   *
   * @throws RefusedInputException for a limit or a cursor that cannot be one
   */
  public Written answer(Firestore firestore, PageRequest request) throws RefusedInputException {
    return page(firestore, request, query -> query).written(name);
  }

  /**
   * A page.
   *
   * @param filter what is wanted of it
   * @throws RefusedInputException for a limit or a cursor that cannot be one
   */
  public StoredPage page(Firestore firestore, PageRequest request, UnaryOperator<Query> filter)
      throws RefusedInputException {
    int size = request.size();
    Query all = firestore.collection(collection.apply(request.tenant()));
    Query query = filter.apply(order.first(all, request.tenant())).limit(size + 1);
    Optional<String> after = request.after(place(request.tenant()));
    if (after.isPresent()) {
      query =
          order.after(query, document(firestore, request.tenant(), after.get()), request.tenant());
    }
    List<QueryDocumentSnapshot> found = StoredReads.await(query.get()).getDocuments();
    boolean isLast = found.size() <= size;
    List<DocumentSnapshot> documents = new ArrayList<>(isLast ? found : found.subList(0, size));
    return new StoredPage(
        documents,
        isLast ? Optional.empty() : Optional.of(found.get(size)),
        documents.stream().map(document -> shown(document, request.now())).toList(),
        isLast
            ? Optional.empty()
            : Optional.of(request.next(place(request.tenant()), found.get(size - 1).getId())));
  }

  /** Two lists may have one name. */
  private String place(TenantId tenant) {
    return collection.apply(tenant) + " " + name;
  }

  private DocumentReference document(Firestore firestore, TenantId tenant, String id)
      throws RefusedInputException {
    if (id.indexOf(SLASH) >= 0 || !StoredName.isOfDocument(id)) {
      throw PageRequest.foreign();
    }
    return firestore.collection(collection.apply(tenant)).document(id);
  }

  private Written shown(DocumentSnapshot document, Instant now) {
    try {
      Written shown = entry.of(document, now);
      CanonicalJson.write(shown.values());
      return shown;
    } catch (RuntimeException unreadable) {
      return Written.of(key, document.getId())
          .with("unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  /** The entry that a page ended with need not be there any more. */
  private record ById() implements Order {
    @Override
    public Query first(Query all, TenantId tenant) {
      return all.orderBy(FieldPath.documentId());
    }

    @Override
    public Query after(Query first, DocumentReference last, TenantId tenant) {
      return first.startAfter(last);
    }
  }

  /** The entry that a page ended with tells its time, to the tenant whose it is. */
  private record NewestFirst(String time, boolean isShared, List<String> fields) implements Order {
    private static final String TENANT = "tenant_id";

    @Override
    public Query first(Query all, TenantId tenant) {
      Query own = isShared ? all.whereEqualTo(TENANT, tenant.value()) : all;
      Query sorted = own.orderBy(time, Query.Direction.DESCENDING);
      return fields.isEmpty() ? sorted : sorted.select(fields.toArray(String[]::new));
    }

    @Override
    public Query after(Query first, DocumentReference last, TenantId tenant)
        throws RefusedInputException {
      DocumentSnapshot found = StoredReads.await(last.get());
      if (!found.exists() || (isShared && !tenant.value().equals(found.get(TENANT)))) {
        throw new RefusedInputException(
            "before", "the entry that the page before ended with is gone: begin anew");
      }
      return first.startAfter(found);
    }
  }
}
