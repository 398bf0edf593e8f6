package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.twin.TwinState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a tenant holds, and whose share of it is how large.
 *
 * @param account empty if it is missing or unreadable: no entries
 * @param weights capital share per agent, 0 to 1
 * @param ledger empty if it is lost or unreadable: nothing is reserved, exits included
 * @param shadow what strategies that may not trade do on paper; empty: it cannot be read
 * @param twin what Maestro is worth on paper; empty: it begins anew. No decision looks at it
 * @param knownNonces signals of which it is known beforehand that they have their intent
 */
public record MoneyFacts(
    Optional<AccountState> account,
    SortedMap<String, BigDecimal> weights,
    Optional<TenantLedger> ledger,
    Optional<ShadowBook> shadow,
    Optional<TwinState> twin,
    Set<Nonce> knownNonces) {
  /** No account, no share, nothing promised. */
  public static final MoneyFacts NONE =
      new MoneyFacts(
          Optional.empty(),
          Collections.emptySortedMap(),
          Optional.of(
              new TenantLedger(
                  Ledger.empty(""), Collections.emptySortedMap(), CapitalConfig.DEFAULTS)),
          Optional.of(ShadowBook.EMPTY),
          Optional.empty(),
          Set.of());

  /**
   * The account as strategies see it: what the broker says it is worth, and what each of them holds
   * by the ledger. Empty if either is not known.
   */
  public Optional<AccountSnapshot> shownAccount() {
    return account
        .map(AccountState::snapshot)
        .flatMap(shown -> ledger.map(kept -> shown.holding(kept.positions())));
  }

  /**
   * The same as strategies in process see it, with what they hold on paper: who may not trade must
   * know what it would have to close.
   */
  public Optional<AccountSnapshot> accountOfStrategies() {
    return shownAccount()
        .map(
            shown -> {
              List<Position> all = new ArrayList<>(shown.positions());
              shadow.map(ShadowBook::positions).orElse(List.of()).stream()
                  .map(MoneyFacts::position)
                  .forEach(all::add);
              return shown.holding(all);
            });
  }

  private static Position position(PaperPosition held) {
    return new Position(
        Optional.of(held.key().symbol()),
        held.signed().value(),
        held.cost()
            .value()
            .divide(held.quantity().value(), Quantity.PLACES, RoundingMode.HALF_EVEN),
        StrategyId.of(held.key().holder().value()));
  }

  /** The same with another state of the account. */
  public MoneyFacts withAccount(Optional<AccountState> other) {
    return new MoneyFacts(other, weights, ledger, shadow, twin, knownNonces);
  }

  /** The same with other shares. */
  public MoneyFacts withWeights(SortedMap<String, BigDecimal> shares) {
    return new MoneyFacts(account, shares, ledger, shadow, twin, knownNonces);
  }

  /** The same with another book of what is done on paper. */
  public MoneyFacts withShadow(Optional<ShadowBook> other) {
    return new MoneyFacts(account, weights, ledger, other, twin, knownNonces);
  }

  /** The same with another twin. */
  public MoneyFacts withTwin(Optional<TwinState> other) {
    return new MoneyFacts(account, weights, ledger, shadow, other, knownNonces);
  }

  /** The same with another ledger. */
  public MoneyFacts withLedger(Optional<TenantLedger> other) {
    return new MoneyFacts(account, weights, other, shadow, twin, knownNonces);
  }
}
