package dev.maestro.firestore.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.StaleWriteException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantStoresTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final Tenant ALPHA =
      new Tenant(
          new TenantId("alpha"),
          "Team Alpha",
          true,
          new BigDecimal("25000.50"),
          ZoneId.of("America/New_York"),
          new Uid("ann"));

  private final EmulatedStore store = EmulatedStore.empty("demo-tenant-stores");
  private final TenantStore tenants = new TenantStore(store.firestore());
  private final StrategyStore strategies = new StrategyStore(store.firestore());
  private final MemberStore members = new MemberStore(store.firestore());

  @Test
  void a_created_tenant_is_complete() {
    tenants.create(ALPHA, Map.of(), "tester", NOW);

    assertThat(tenants.load(new TenantId("alpha"))).contains(ALPHA);
    Fields config = store.read("tenants/alpha/config/maestro");
    ConfigInForce reading = ConfigDocument.read(new TenantId("alpha"), config, Map.of());
    assertThat(reading.tenant()).isEqualTo(ALPHA);
    assertThat(reading.version()).isEqualTo(1);
    assertThat(members.list(new TenantId("alpha")).members())
        .containsExactly(new Member(new Uid("ann"), Role.ADMIN, List.of(), Optional.of(NOW)));
    assertThat(store.read("tenants/alpha/control/state").get("state", Kinds.TEXT))
        .isEqualTo("ACTIVE");
  }

  @Test
  void a_taken_id_changes_nothing() {
    tenants.create(ALPHA, Map.of(), "tester", NOW);
    Tenant second =
        new Tenant(
            new TenantId("alpha"), "Other", true, BigDecimal.TEN, ZoneId.of("UTC"), new Uid("bob"));

    assertThatThrownBy(() -> tenants.create(second, Map.of(), "tester", NOW))
        .isInstanceOf(StaleWriteException.class)
        .hasMessageStartingWith("tenant alpha exists already");
    assertThat(tenants.load(new TenantId("alpha"))).contains(ALPHA);
    assertThat(store.has("tenants/alpha/users/bob")).isFalse();
  }

  @Test
  void a_tenant_with_an_invalid_configuration_is_not_created() {
    Map<String, Object> values = Map.of("weights", Map.of("temperature", "0"), "wheels", Map.of());

    assertThatThrownBy(() -> tenants.create(ALPHA, values, "tester", NOW))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("wheels is not a section")
        .hasMessageContaining("weights.temperature");
    assertThat(tenants.load(new TenantId("alpha"))).isEmpty();
  }

  @Test
  void only_active_tenants_have_cycles() {
    tenants.create(ALPHA, Map.of(), "tester", NOW);
    store.write("tenants/asleep", Map.of("active", false));
    store.write("tenants/beta", Map.of("active", true));

    store.write("tenants/no_tenant", Map.of("active", true));

    List<String> unusable = new ArrayList<>();
    assertThat(tenants.activeTenants(unusable::add))
        .containsExactly(new TenantId("alpha"), new TenantId("beta"));
    assertThat(unusable).containsExactly("no_tenant");
  }

  @Test
  void a_tenant_that_cannot_be_read_says_why() {
    store.write(
        "tenants/odd",
        Map.of("name", "Odd", "active", true, "base_capital", "-1", "timezone", "Mars", "x", 1));

    assertThatThrownBy(() -> tenants.load(new TenantId("odd")))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("timezone must be a time zone");
  }

  @Test
  void a_strategy_is_registered_once() {
    strategies.add(
        new TenantId("alpha"), RegisteredStrategy.live(new StrategyId("trend"), new Uid("ann")));

    assertThatThrownBy(
            () ->
                strategies.add(
                    new TenantId("alpha"),
                    RegisteredStrategy.live(new StrategyId("trend"), new Uid("bob"))))
        .isInstanceOf(StaleWriteException.class)
        .hasMessageContaining("exists already");
    assertThat(strategies.list(new TenantId("alpha"), new Uid("ann")).known())
        .containsExactly(RegisteredStrategy.live(new StrategyId("trend"), new Uid("ann")));
  }

  @Test
  void a_new_status_keeps_every_other_field() {
    RegisteredStrategy full =
        new RegisteredStrategy(
            new StrategyId("mean"),
            "Mean",
            StrategyStatus.LIVE,
            new Uid("bob"),
            "m1",
            List.of(HealthRegime.RANGING),
            true,
            true,
            StrategyVersion.of("model 4, prompt 7"));
    strategies.add(new TenantId("alpha"), full);
    strategies.setStatus(new TenantId("alpha"), new StrategyId("mean"), StrategyStatus.SHADOW);

    assertThat(strategies.list(new TenantId("alpha"), new Uid("ann")).known())
        .containsExactly(full.with(StrategyStatus.SHADOW));
  }

  @Test
  void the_status_of_nothing_registers_nothing() {
    assertThatThrownBy(
            () ->
                strategies.setStatus(
                    new TenantId("alpha"), new StrategyId("ghost"), StrategyStatus.LIVE))
        .isInstanceOf(StaleWriteException.class)
        .hasMessageContaining("is not registered");
    assertThat(store.has("tenants/alpha/strategies/ghost")).isFalse();
  }

  @Test
  void a_broken_strategy_costs_only_itself() {
    strategies.add(
        new TenantId("alpha"), RegisteredStrategy.live(new StrategyId("trend"), new Uid("ann")));
    store.write("tenants/alpha/strategies/typo", Map.of("status", "ALIVE"));
    store.write("tenants/alpha/strategies/bare", Map.of("status", "SHADOW"));
    store.write(
        "tenants/alpha/strategies/tagged",
        Map.of("status", "LIVE", "regime_tags", List.of("BULL")));
    store.write("tenants/alpha/strategies/path", Map.of("status", "LIVE", "uid", "a/b"));

    TenantStrategies registered = strategies.list(new TenantId("alpha"), new Uid("ann"));

    assertThat(registered.known())
        .containsExactly(
            RegisteredStrategy.live(new StrategyId("bare"), new Uid("ann"))
                .with(StrategyStatus.SHADOW),
            RegisteredStrategy.live(new StrategyId("trend"), new Uid("ann")));
    assertThat(registered.errors()).containsOnlyKeys("path", "tagged", "typo");
    assertThat(registered.errors().get("tagged")).contains("BULL_TRENDING", "got 'BULL'");
    assertThat(registered.errors().get("typo")).contains("status must be one of", "ALIVE");
  }

  @Test
  void a_member_has_one_role_and_an_unknown_role_is_none() {
    members.put(
        new TenantId("alpha"),
        new Member(new Uid("bot"), Role.AGENT, List.of("trend"), Optional.of(NOW)));
    members.put(
        new TenantId("alpha"),
        new Member(new Uid("ann"), Role.VIEWER, List.of(), Optional.of(NOW)));
    members.put(
        new TenantId("alpha"),
        new Member(new Uid("ann"), Role.OPERATOR, List.of(), Optional.of(NOW)));
    store.write("tenants/alpha/users/eve", Map.of("role", "root"));

    MemberStore.Listing listing = members.list(new TenantId("alpha"));

    assertThat(listing.members())
        .extracting(Member::role)
        .containsExactly(Role.OPERATOR, Role.AGENT);
    assertThat(listing.errors().get("eve")).contains("role must be one of viewer", "root");
    assertThatThrownBy(
            () -> new Member(new Uid("ann"), Role.VIEWER, List.of("trend"), Optional.empty()))
        .hasMessageContaining("strategies are for the role agent");
  }
}
