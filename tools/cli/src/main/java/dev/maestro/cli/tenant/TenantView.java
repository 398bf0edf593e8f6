package dev.maestro.cli.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.engine.capital.TradingState;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.UnreadableDocumentException;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known of a tenant, and what a person should look at. */
final class TenantView {
  private final Firestore firestore;
  private final Tenant tenant;
  private final List<String> warnings = new ArrayList<>();

  private TenantView(Firestore firestore, Tenant tenant) {
    this.firestore = firestore;
    this.tenant = tenant;
  }

  /** Reads it all; what cannot be read is a warning. */
  static Map<String, Object> read(Firestore firestore, Tenant tenant) {
    return new TenantView(firestore, tenant).read();
  }

  private Map<String, Object> read() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("tenant", tenant.id().value());
    view.put("name", tenant.name());
    view.put("active", tenant.isActive());
    view.put("base_capital", tenant.baseCapital().toPlainString());
    view.put("timezone", tenant.zone().getId());
    view.put("owner_uid", tenant.ownerUid().value());
    view.put("control", control());
    view.put("config", config());
    view.put("members", members());
    view.put("strategies", strategies());
    if (!tenant.isActive()) {
      warnings.add("the tenant is not active: it has no cycles");
    }
    view.put("warnings", warnings);
    return view;
  }

  private Map<String, Object> control() {
    Map<String, Object> view = new LinkedHashMap<>();
    try {
      DocumentSnapshot document =
          StoreCalls.await(firestore.document(Paths.of(tenant.id(), "control/state")).get());
      StoredFields fields = StoredFields.of(document);
      view.put("state", fields.word("state", TradingState.class).name());
      view.put("reason", fields.optionalText("reason"));
      view.put("by", fields.optionalText("by"));
      view.put("at", fields.optionalTime("at").map(Object::toString));
    } catch (UnreadableDocumentException broken) {
      view.put("state", TradingState.REDUCING.name());
      warnings.add(
          "the control state is missing or unreadable, so only exits pass: " + broken.getMessage());
    }
    return view;
  }

  private Map<String, Object> config() {
    Map<String, Object> view = new LinkedHashMap<>();
    try {
      Optional<ConfigInForce> stored = CloudStores.configs(firestore).load(tenant.id());
      view.put("version", stored.map(ConfigInForce::version));
      view.put("is_fallback", stored.map(ConfigInForce::isFallback));
      view.put("hash", stored.map(reading -> reading.config().hash()));
      stored.ifPresent(this::warnAbout);
      if (stored.isEmpty()) {
        warnings.add("there is no configuration, so no cycle runs: store one with 'tenant config'");
      }
    } catch (InvalidConfigurationException invalid) {
      view.put("version", Optional.empty());
      invalid.errors().forEach(error -> warnings.add("configuration: " + error));
    }
    return view;
  }

  private void warnAbout(ConfigInForce stored) {
    stored
        .errors()
        .forEach(
            error ->
                warnings.add(
                    "configuration: " + error + "; version " + stored.version() + " stands"));
    if (!stored.tenant().equals(tenant)) {
      warnings.add(
          "the configuration holds other facts than the tenant: store it again with 'tenant"
              + " config'");
    }
  }

  private List<Map<String, Object>> members() {
    MemberStore.Listing listing = new MemberStore(firestore).list(tenant.id());
    listing.errors().values().forEach(error -> warnings.add("member: " + error));
    if (listing.members().stream().noneMatch(member -> member.role() == Role.ADMIN)) {
      warnings.add("no member is admin: add one with 'tenant member'");
    }
    return listing.members().stream().map(TenantView::view).toList();
  }

  private static Map<String, Object> view(Member member) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("uid", member.uid().value());
    view.put("role", member.role().word());
    view.put("strategies", member.strategies());
    return view;
  }

  private List<Map<String, Object>> strategies() {
    TenantStrategies registered = new StrategyStore(firestore).list(tenant.id(), tenant.ownerUid());
    registered.errors().values().forEach(error -> warnings.add("strategy: " + error));
    if (registered.known().isEmpty()) {
      warnings.add("no strategy is registered: add one with 'strategy add'");
    }
    return registered.known().stream().map(TenantView::view).toList();
  }

  /** A strategy as the commands show it. */
  static Map<String, Object> view(RegisteredStrategy strategy) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", strategy.id());
    view.put("name", strategy.name());
    view.put("status", strategy.status().name());
    view.put("uid", strategy.uid().value());
    view.put("agent_id", strategy.agentId());
    view.put("regime_tags", strategy.regimeTags());
    view.put("allow_shorts", strategy.allowShorts());
    view.put("scale_in", strategy.scaleIn());
    return view;
  }
}
