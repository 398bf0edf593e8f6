package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.port.StoreVersion;
import java.util.List;
import java.util.Optional;

/** What the desk on paper keeps and looks up. None of it is the ledger's. */
public interface PaperPort {
  /** The accounts of a tenant that name this executor. */
  List<AccountId> accounts(TenantId tenant);

  /** The tenant's parameters. */
  PaperConfig config(TenantId tenant);

  /**
   * The book of an account; a new one with the tenant's base capital if there is none.
   *
   * @throws IllegalArgumentException if it cannot be read: nothing is done with it
   */
  StoredBook load(TenantId tenant, AccountId account);

  /**
   * Replaces a book that was read.
   *
   * @return the version that stands now
   * @throws dev.maestro.engine.port.UnavailableException if somebody else was faster, or if it is
   *     not known whether it was written: read again
   */
  StoreVersion save(TenantId tenant, AccountId account, StoreVersion read, DeskBook book);

  /** The market of a symbol; empty if there is none. */
  Optional<BarHistory> bars(TenantId tenant, Symbol symbol);

  /** Intents of the account that wait for an executor, oldest first. */
  List<Nonce> reserved(TenantId tenant, AccountId account);
}
