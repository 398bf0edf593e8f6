package dev.maestro.cli.tenant;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all that is known of a tenant; what cannot be read is a warning. */
final class TenantReader {
  private final Firestore firestore;
  private final Tenant tenant;
  private final List<String> warnings = new ArrayList<>();

  private TenantReader(Firestore firestore, Tenant tenant) {
    this.firestore = firestore;
    this.tenant = tenant;
  }

  static TenantView read(Firestore firestore, Tenant tenant) {
    return new TenantReader(firestore, tenant).read();
  }

  private TenantView read() {
    TenantView.Control control = control();
    Optional<ConfigInForce> config = config();
    List<Member> members = members();
    List<RegisteredStrategy> strategies = strategies();
    if (!tenant.isActive()) {
      warnings.add("the tenant is not active: it has no cycles");
    }
    return new TenantView(tenant, control, config, members, strategies, warnings);
  }

  private TenantView.Control control() {
    Fields fields =
        StoredFields.of(
            StoreCalls.await(firestore.document(Paths.of(tenant.id(), "control/state")).get()));
    try {
      return new TenantView.Control(
          fields.get("state", Kinds.word(TradingState.class)),
          fields.find("reason", Kinds.TEXT),
          fields.find("by", Kinds.TEXT),
          fields.find("at", Kinds.TIME));
    } catch (UnreadableValueException broken) {
      warnings.add(
          "the control state is missing or unreadable, so only exits pass: " + broken.getMessage());
      return new TenantView.Control(
          TradingState.REDUCING, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  private Optional<ConfigInForce> config() {
    try {
      Optional<ConfigInForce> stored = CloudStores.configs(firestore).load(tenant.id());
      stored.ifPresent(this::warnAbout);
      if (stored.isEmpty()) {
        warnings.add("there is no configuration, so no cycle runs: store one with 'tenant config'");
      }
      return stored;
    } catch (InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> warnings.add("configuration: " + error));
    } catch (UnreadableValueException broken) {
      warnings.add("configuration: " + broken.getMessage());
    }
    return Optional.empty();
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

  private List<Member> members() {
    MemberStore.Listing listing = new MemberStore(firestore).list(tenant.id());
    listing.errors().values().forEach(error -> warnings.add("member: " + error));
    if (listing.members().stream().noneMatch(member -> member.role() == Role.ADMIN)) {
      warnings.add("no member is admin: add one with 'tenant member'");
    }
    return listing.members();
  }

  private List<RegisteredStrategy> strategies() {
    TenantStrategies registered = new StrategyStore(firestore).list(tenant.id(), tenant.ownerUid());
    registered.errors().values().forEach(error -> warnings.add("strategy: " + error));
    if (registered.known().isEmpty()) {
      warnings.add("no strategy is registered: add one with 'strategy add'");
    }
    return registered.known();
  }
}
