package dev.maestro.testing.snapshot;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A store of closed days, and what others write into it. */
public interface SnapshotStage {
  /** The ports. */
  DayStores stores();

  /** Windows as they are held against the journal in earnest. */
  RebuildWindowsPort windows();

  /** The use case that weighs. */
  Reweigh reweigh();

  /** Windows and settings as they stand. */
  LoadPerformancePort performance();

  /** Sets up a tenant without a past, whose users are its members. */
  void createTenant(Tenant tenant, Map<String, Object> config, List<RegisteredStrategy> strategies);

  /** Makes a user a member of a tenant; one who was registered with it is one already. */
  void join(TenantId tenant, Uid uid);

  /** A user is no member of a tenant any more. */
  void leave(TenantId tenant, Uid uid);

  /** Another configuration is stored; nobody is weighed by it. */
  void configure(TenantId tenant, Map<String, Object> config);

  /** Writes a trade's document; times are Instants or text, decimals text. */
  void put(Uid uid, String tradeId, Map<String, ?> document);

  /** Deletes a trade's document. */
  void delete(Uid uid, String tradeId);

  /** The account of the tenant as its broker reports it, and the day that its cycles have begun. */
  void report(TenantId tenant, AccountSnapshot account, DayEquity begun);

  /** The bars of a symbol. */
  void feed(TenantId tenant, Symbol symbol, BarHistory bars);

  /** Nothing is known of a symbol any more. */
  void lose(TenantId tenant, Symbol symbol);

  /** What a cycle leaves on paper. */
  void shadow(TenantId tenant, ShadowBook book, List<ShadowTrade> closed);

  /** The statistics of a tenant are gone. */
  void loseStats(TenantId tenant);

  /** Somebody has written trades of the past and asks that cycles look for them. */
  void askToLookAgain(TenantId tenant, Instant now);
}
