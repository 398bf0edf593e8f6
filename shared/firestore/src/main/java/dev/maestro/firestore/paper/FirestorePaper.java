package dev.maestro.firestore.paper;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.desk.DeskBook;
import dev.maestro.engine.paper.desk.DeskBookForm;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.engine.paper.desk.PaperPort;
import dev.maestro.engine.paper.desk.StoredBook;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.ConfigDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code tenants/{t}/paper/{a}}: the books of the broker on paper, which members may read; its
 * tokens stand below in a document of their own, which nobody else reads, and are written with it.
 */
public final class FirestorePaper implements PaperPort {
  private static final String TOKENS = "tokens";

  private final Firestore firestore;
  private final Map<String, String> environment;

  /** Keeps books in this Firestore. */
  public FirestorePaper(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.environment = environment;
  }

  @Override
  public List<AccountId> accounts(TenantId tenant) {
    Query named =
        firestore
            .collection(Paths.of(tenant, "accounts"))
            .whereEqualTo("executor", PaperDesk.EXECUTOR)
            .select("executor");
    return StoreCalls.await(named.get()).getDocuments().stream()
        .map(DocumentSnapshot::getId)
        .map(AccountId::of)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  @Override
  public PaperConfig config(TenantId tenant) {
    return configuration(tenant).config().paper();
  }

  /** What was read of both documents; neither may be replaced by who has not seen it. */
  private record BothVersions(DocumentVersion book, DocumentVersion tokens)
      implements StoreVersion {}

  @Override
  public StoredBook load(TenantId tenant, AccountId account) {
    List<DocumentSnapshot> both =
        StoreCalls.await(
            firestore.getAll(
                firestore.document(path(tenant, account)),
                firestore.document(tokensPath(tenant, account))));
    DocumentSnapshot document = both.get(0);
    Object tokens = StoredFields.of(both.get(1)).raw(TOKENS).orElse(Map.of());
    DeskBook book =
        document.exists()
            ? DeskBookForm.FORM.read(StoredFields.of(document).with(TOKENS, tokens))
            : DeskBook.of(
                PaperBook.of(Money.rounded(configuration(tenant).tenant().baseCapital())));
    return new StoredBook(
        book, new BothVersions(DocumentVersion.of(document), DocumentVersion.of(both.get(1))));
  }

  @Override
  public StoreVersion save(TenantId tenant, AccountId account, StoreVersion read, DeskBook book) {
    Map<String, Object> fields =
        new LinkedHashMap<>(StoredValue.map(DeskBookForm.FORM.write(book)));
    Map<String, Object> tokens = new LinkedHashMap<>();
    tokens.put(TOKENS, fields.remove(TOKENS));
    BothVersions before = (BothVersions) read;
    WriteBatch batch = firestore.batch();
    before.book().replace(batch, firestore.document(path(tenant, account)), fields);
    before.tokens().replace(batch, firestore.document(tokensPath(tenant, account)), tokens);
    try {
      List<WriteResult> written = StoreCalls.await(batch.commit());
      return new BothVersions(version(written.get(0)), version(written.get(1)));
    } catch (StaleWriteException faster) {
      throw new UnavailableException(
          "the book of " + tenant + "/" + account + " was changed by another call", faster);
    }
  }

  private static DocumentVersion version(WriteResult written) {
    return new DocumentVersion(Optional.of(written.getUpdateTime()));
  }

  @Override
  public Optional<BarHistory> bars(TenantId tenant, Symbol symbol) {
    DocumentSnapshot market = read(Paths.marketData(tenant, symbol));
    try {
      return market.exists()
          ? Optional.of(SymbolMarketForm.FORM.read(StoredFields.of(market)).bars())
          : Optional.empty();
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public List<Nonce> reserved(TenantId tenant, AccountId account) {
    Query waiting =
        firestore
            .collection(Paths.of(tenant, "intents"))
            .whereEqualTo("state", IntentState.RESERVED.name())
            .select("account");
    return StoreCalls.await(waiting.get()).getDocuments().stream()
        .filter(intent -> account.value().equals(intent.getString("account")))
        .map(DocumentSnapshot::getId)
        .map(Nonce::of)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  private ConfigInForce configuration(TenantId tenant) {
    return ConfigDocument.read(tenant, StoredFields.of(read(Paths.config(tenant))), environment);
  }

  private DocumentSnapshot read(String path) {
    return StoreCalls.await(firestore.document(path).get());
  }

  private static String tokensPath(TenantId tenant, AccountId account) {
    return path(tenant, account) + "/secrets/" + TOKENS;
  }

  private static String path(TenantId tenant, AccountId account) {
    return Paths.of(tenant, "paper/" + account);
  }
}
