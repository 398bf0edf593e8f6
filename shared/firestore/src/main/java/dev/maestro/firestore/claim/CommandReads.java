package dev.maestro.firestore.claim;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.claim.step.LedgerState;
import dev.maestro.engine.claim.step.StoredGates;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one command reads, in one call: ledger and both switches, the intent or the close that it
 * names, for a claim the policy, and for a report whose claim it was. Nobody else asks for those.
 */
final class CommandReads {
  private final TenantId tenant;
  private final AccountId account;
  private final LedgerCommand command;
  private final Map<String, DocumentSnapshot> documents = new HashMap<>();

  private CommandReads(TenantId tenant, AccountId account, LedgerCommand command) {
    this.tenant = tenant;
    this.account = account;
    this.command = command;
  }

  static CommandReads of(
      Firestore firestore,
      Transaction transaction,
      TenantId tenant,
      AccountId account,
      LedgerCommand command)
      throws Exception {
    CommandReads reads = new CommandReads(tenant, account, command);
    DocumentReference[] wanted =
        reads.paths().stream().map(firestore::document).toArray(DocumentReference[]::new);
    for (DocumentSnapshot document : LedgerTransactions.read(transaction.getAll(wanted))) {
      reads.documents.put(document.getReference().getPath(), document);
    }
    if (reads.fields(Paths.ledger(tenant, account)).isEmpty()) {
      reads.readChain(firestore, transaction);
    }
    return reads;
  }

  /** Only where the ledger is missing: the chain tells one that is lost from one never born. */
  private void readChain(Firestore firestore, Transaction transaction) throws Exception {
    DocumentReference chain = firestore.document(chainPath());
    documents.put(chainPath(), LedgerTransactions.read(transaction.get(chain)));
  }

  /** As it stands; strict about ledger and intent, tight about what stands before them. */
  LedgerState state(Instant now) {
    return new LedgerState(
        tenant,
        account,
        ledger(),
        intentPath().flatMap(path -> IntentDocument.read(fields(path), token())),
        closePath().flatMap(path -> IntentDocument.readClose(fields(path))),
        gates(now));
  }

  /** A cycle makes the ledger of the main account, and the chain remembers that it did. */
  private Optional<TenantLedger> ledger() {
    Optional<TenantLedger> ledger = LedgerDocument.read(fields(Paths.ledger(tenant, account)));
    boolean wasBorn =
        account.equals(AccountId.MAIN)
            && fields(chainPath())
                .filter(chain -> ChainDocument.ledgerVersion(chain) > 0)
                .isPresent();
    if (ledger.isEmpty() && wasBorn) {
      throw new UnreadableLedgerException(
          Paths.ledger(tenant, account)
              + " is missing, and a cycle has written it: restore the document from a backup");
    }
    return ledger;
  }

  private String chainPath() {
    return Paths.of(tenant, ChainDocument.PATH);
  }

  private StoredGates gates(Instant now) {
    return new StoredGates(
        StoredGates.tenant(fields(Paths.control(tenant))),
        StoredGates.global(fields(Paths.GLOBAL_CONTROL)),
        command instanceof LedgerCommand.Claim
            ? StoredGates.policy(fields(policyPath()), now)
            : EntryPolicy.ALLOWS_NOTHING);
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    paths.add(Paths.ledger(tenant, account));
    intentPath().ifPresent(paths::add);
    closePath().ifPresent(paths::add);
    tokenPath().ifPresent(paths::add);
    paths.add(Paths.control(tenant));
    paths.add(Paths.GLOBAL_CONTROL);
    if (command instanceof LedgerCommand.Claim) {
      paths.add(policyPath());
    }
    return paths;
  }

  private String policyPath() {
    return Paths.of(tenant, "policy/current");
  }

  private Optional<String> intentPath() {
    return command.nonce().map(nonce -> Paths.intent(tenant, nonce));
  }

  /** Whether a claim's token is that of an intent that has ended, nobody asks. */
  private Optional<String> tokenPath() {
    return command instanceof LedgerCommand.Report report
        ? Optional.of(Paths.token(tenant, account, report.intent()))
        : Optional.empty();
  }

  private Optional<Fields> token() {
    return tokenPath().flatMap(this::fields);
  }

  private Optional<String> closePath() {
    return command instanceof LedgerCommand.Close close
        ? Optional.of(CommandWrites.close(tenant, account, close.id()))
        : Optional.empty();
  }

  private Optional<Fields> fields(String path) {
    return Optional.ofNullable(documents.get(path))
        .filter(DocumentSnapshot::exists)
        .map(StoredFields::of);
  }
}
