package dev.maestro.firestore.store;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Where everything is stored; the one place that knows. */
public final class Paths {
  /** Collection of all tenants. */
  public static final String TENANTS = "tenants";

  /** The kill switch of all tenants. */
  public static final String GLOBAL_CONTROL = "systemStatus/control";

  /** What holds for all markets: the VIX. */
  public static final String MARKET_DATA = "systemStatus/market_data";

  /** Collection of the decision log: cycles, and nothing else. */
  public static final String LOGS = "systemStatus/orchestration_logs/logs";

  /** Collection of the log of weights. */
  public static final String WEIGHTS_LOGS = "systemStatus/weights_logs/logs";

  /** Collection of the alerts. */
  public static final String ALERTS = "systemStatus/alerts/items";

  /** Collection of the hooks, by an id that is drawn at random: their addresses name no tenant. */
  public static final String HOOKS = "systemStatus/hooks/items";

  private Paths() {}

  /** The journal of a user, a collection. */
  public static String journal(Uid uid) {
    return "users/" + uid + "/tradeJournal";
  }

  /** One trade. */
  public static String trade(Uid uid, String tradeId) {
    return journal(uid) + "/" + tradeId;
  }

  /** Configuration and windows of a user. */
  public static String performance(Uid uid) {
    return "users/" + uid + "/maestro/performance";
  }

  /** The weights of a user. */
  public static String weights(Uid uid) {
    return "users/" + uid + "/maestro/weights";
  }

  /** A tenant. */
  public static String tenant(TenantId tenant) {
    return TENANTS + "/" + tenant;
  }

  /** A document or collection below a tenant. */
  public static String of(TenantId tenant, String rest) {
    return tenant(tenant) + "/" + rest;
  }

  /** The configuration of a tenant. */
  public static String config(TenantId tenant) {
    return of(tenant, "config/maestro");
  }

  /** The ledger of an account. */
  public static String ledger(TenantId tenant, AccountId account) {
    return of(tenant, "ledger/" + account);
  }

  /** The intents of a tenant, a collection. */
  public static String intents(TenantId tenant) {
    return of(tenant, "intents");
  }

  /** One intent. */
  public static String intent(TenantId tenant, Nonce nonce) {
    return intents(tenant) + "/" + nonce;
  }

  /** The closes of an account that no intent asked for, a collection. */
  public static String closes(TenantId tenant, AccountId account) {
    return ledger(tenant, account) + "/closes";
  }

  /** Whose claim an ended intent of an account was. */
  public static String token(TenantId tenant, AccountId account, Nonce nonce) {
    return ledger(tenant, account) + "/tokens/" + nonce;
  }

  /** The kill switch of a tenant. */
  public static String control(TenantId tenant) {
    return of(tenant, "control/state");
  }

  /** Market data of a symbol; a symbol may hold what a document id may not. */
  public static String marketData(TenantId tenant, Symbol symbol) {
    return of(tenant, "marketData/" + URLEncoder.encode(symbol.value(), StandardCharsets.UTF_8));
  }

  /** A tenant's own reading of the volatility index; without it everybody's counts. */
  public static String vix(TenantId tenant) {
    return of(tenant, "inputs/vix");
  }

  /** The slot of a tenant. */
  public static String slot(TenantId tenant, Instant start) {
    return "systemStatus/cycles/slots/" + tenant + "_" + start.getEpochSecond();
  }

  /** The turn of who evaluates a tenant outside its cycles. */
  public static String evaluation(TenantId tenant) {
    return "systemStatus/cycles/slots/" + tenant + "_evaluation";
  }
}
