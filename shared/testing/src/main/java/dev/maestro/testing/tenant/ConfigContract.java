package dev.maestro.testing.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.settings.ConfigsPort;
import dev.maestro.engine.tenant.settings.ConfigureWeightsPort;
import dev.maestro.engine.tenant.settings.NextConfig;
import dev.maestro.engine.tenant.settings.NotInForceException;
import dev.maestro.engine.tenant.settings.OvertakenException;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.engine.tenant.settings.StoredConfig;
import dev.maestro.engine.tenant.settings.WeightsOfTenant;
import dev.maestro.engine.weights.WeightsConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Storing a configuration and putting it into force, on one store. */
public abstract class ConfigContract {
  protected static final TenantId ALPHA = new TenantId("alpha");
  protected static final Uid ANN = new Uid("ann");
  protected static final Uid BOB = new Uid("bob");
  protected static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  protected static final Fields SHORT =
      Fields.of("", Map.of("weights", Map.of("lookback_trades", new BigDecimal("50"))));
  protected static final Fields BROKEN =
      Fields.of(
          "", Map.of("weights", Map.of("temperature", "0", "speed", "9"), "throttle", "fast"));

  private final SortedMap<Uid, Integer> lookbacks = new TreeMap<>();
  private ConfigStage stage;

  /** An empty store. */
  protected abstract ConfigStage emptyStage();

  @BeforeEach
  void one_tenant() {
    stage = emptyStage();
    stage.createTenant(new Tenant(ALPHA, "Alpha", true, BigDecimal.TEN, ZoneOffset.UTC, ANN));
  }

  private void bobHas(String strategy) {
    stage.add(ALPHA, RegisteredStrategy.live(new StrategyId(strategy), BOB));
  }

  private PutConfig putting() {
    return putting(this::remember);
  }

  private PutConfig putting(ConfigureWeightsPort weights) {
    return new PutConfig(stage.configs(), weights);
  }

  private void remember(Uid uid, TenantId tenant, WeightsConfig settings, Instant now) {
    lookbacks.put(uid, settings.lookbackTrades());
  }

  private ConfigInForce inForce() {
    return stage.configs().load(ALPHA).orElseThrow();
  }

  @Test
  void a_stored_configuration_is_the_next_version_and_in_force() {
    assertThat(inForce().version()).isEqualTo(1);
    assertThat(putting().put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW).version())
        .isEqualTo(2);
    assertThat(putting().put(ALPHA, ConfigChange.replacing(Fields.EMPTY), "ann", NOW).version())
        .isEqualTo(3);
    assertThat(putting().put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW).version())
        .isEqualTo(4);
    assertThat(inForce().version()).isEqualTo(4);
    assertThat(inForce().isFallback()).isFalse();
    assertThat(inForce().config().weights().lookbackTrades()).isEqualTo(50);
  }

  @Test
  void sections_that_are_not_given_stay_and_the_whole_one_drops_them() {
    Fields profile = Fields.of("", Map.of("profile", Map.of("profile", "AGGRESSIVE")));
    putting().put(ALPHA, ConfigChange.merging(profile), "ann", NOW);
    PutConfig.Stored merged = putting().put(ALPHA, ConfigChange.merging(SHORT), "ann", NOW);
    assertThat(merged.version()).isEqualTo(3);
    assertThat(merged.before().orElseThrow().values().names()).containsExactly("profile");
    assertThat(inForce().config().values().names()).containsExactly("profile", "weights");
    assertThat(inForce().config().profile().profile().name()).isEqualTo(ProfileName.AGGRESSIVE);
    assertThat(inForce().config().weights().lookbackTrades()).isEqualTo(50);

    ConfigChange whole = ConfigChange.replacing(SHORT);
    assertThat(whole.dropped(inForce().config().values())).containsExactly("profile");
    putting().put(ALPHA, whole, "ann", NOW);
    assertThat(inForce().config().profile().profile().name()).isEqualTo(ProfileName.SAFE);
  }

  @Test
  void an_empty_section_takes_its_defaults_again() {
    putting().put(ALPHA, ConfigChange.merging(SHORT), "ann", NOW);
    Fields none = Fields.of("", Map.of("weights", Map.of()));
    putting().put(ALPHA, ConfigChange.merging(none), "ann", NOW);
    assertThat(inForce().config().weights()).isEqualTo(WeightsConfig.DEFAULTS);
  }

  @Test
  void every_user_of_the_tenant_is_weighed_by_it_once() {
    bobHas("one");
    bobHas("two");
    putting().put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW);
    assertThat(lookbacks).containsExactlyEntriesOf(new TreeMap<>(Map.of(ANN, 50, BOB, 50)));
  }

  @Test
  void users_who_cannot_be_reached_are_named_and_all_others_follow() {
    bobHas("one");
    stage.add(ALPHA, RegisteredStrategy.live(new StrategyId("two"), new Uid("cid")));
    PutConfig refusing =
        putting(
            (uid, tenant, settings, now) -> {
              if (uid.equals(ANN)) {
                throw new RefusedByStoreException("too many agents");
              }
              if (uid.equals(BOB)) {
                throw new UnavailableException("the store is away");
              }
              remember(uid, tenant, settings, now);
            });
    assertThatThrownBy(() -> refusing.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW))
        .isInstanceOf(NotInForceException.class)
        .hasMessageContaining("version 2 is stored")
        .hasMessageContaining("ann: too many agents; bob: the store is away");
    assertThat(lookbacks).containsOnlyKeys(new Uid("cid"));
    assertThat(inForce().version()).isEqualTo(2);
  }

  @Test
  void a_fault_of_ours_is_no_reason_to_try_again_and_all_others_follow() {
    bobHas("one");
    IllegalStateException fault = new IllegalStateException("a fault");
    PutConfig broken =
        putting(
            (uid, tenant, settings, now) -> {
              if (uid.equals(ANN)) {
                throw fault;
              }
              remember(uid, tenant, settings, now);
            });
    assertThatThrownBy(() -> broken.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW))
        .isSameAs(fault);
    assertThat(lookbacks).containsOnlyKeys(BOB);
  }

  @Test
  void a_version_that_is_stored_while_an_older_one_is_put_into_force_is_the_last() {
    bobHas("one");
    AtomicBoolean isFirst = new AtomicBoolean(true);
    PutConfig slow =
        putting(
            (uid, tenant, settings, now) -> {
              if (isFirst.getAndSet(false)) {
                putting().put(ALPHA, ConfigChange.replacing(Fields.EMPTY), "bob", NOW);
              }
              remember(uid, tenant, settings, now);
            });
    slow.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW);
    assertThat(lookbacks).containsExactlyEntriesOf(new TreeMap<>(Map.of(ANN, 100, BOB, 100)));
  }

  @Test
  void an_invalid_configuration_names_every_error_and_changes_nothing() {
    assertThatThrownBy(() -> putting().put(ALPHA, ConfigChange.replacing(BROKEN), "ann", NOW))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            invalid ->
                assertThat(invalid.errors())
                    .hasSize(3)
                    .anyMatch(error -> error.startsWith("weights.temperature"))
                    .anyMatch(error -> error.startsWith("weights.speed"))
                    .anyMatch(error -> error.startsWith("throttle must be an object")));
    assertThat(inForce().version()).isEqualTo(1);
    assertThat(lookbacks).isEmpty();
  }

  @Test
  void of_two_at_the_same_time_one_loses_and_says_so() {
    PutConfig overtaken =
        new PutConfig(
            new OvertakenConfigs(
                stage.configs(),
                () -> putting().put(ALPHA, ConfigChange.replacing(SHORT), "bob", NOW)),
            this::remember);
    assertThatThrownBy(() -> overtaken.put(ALPHA, ConfigChange.replacing(Fields.EMPTY), "ann", NOW))
        .isInstanceOf(OvertakenException.class)
        .hasMessageStartingWith("somebody else stored a configuration of alpha");
    assertThat(inForce().version()).isEqualTo(2);
    assertThat(inForce().config().weights().lookbackTrades()).isEqualTo(50);
  }

  @Test
  void a_tenant_that_does_not_exist_has_no_configuration() {
    TenantId ghost = new TenantId("ghost");
    assertThatThrownBy(() -> putting().put(ghost, ConfigChange.replacing(SHORT), "ann", NOW))
        .isInstanceOf(UnknownTenantException.class)
        .hasMessageStartingWith("tenant ghost does not exist");
    assertThat(stage.configs().load(ghost)).isEqualTo(Optional.empty());
  }

  @Test
  void users_without_settings_are_weighed_by_those_of_their_tenant() {
    putting().put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW);
    WeightsOfTenant weights =
        new WeightsOfTenant(
            stage.configs(),
            (tenant, code, message, now) -> {
              throw new AssertionError(code + ": " + message);
            });
    assertThat(weights.load(ALPHA, NOW).lookbackTrades()).isEqualTo(50);
    assertThat(weights.load(new TenantId("ghost"), NOW)).isEqualTo(WeightsConfig.DEFAULTS);
  }

  /** Somebody else stores between a look and the write that follows it. */
  private record OvertakenConfigs(ConfigsPort store, Runnable meanwhile) implements ConfigsPort {
    @Override
    public Optional<ConfigInForce> load(TenantId tenant) {
      return store.load(tenant);
    }

    @Override
    public Optional<StoredConfig> find(TenantId tenant) {
      return store.find(tenant);
    }

    @Override
    public boolean replace(NextConfig next, StoreVersion before) {
      meanwhile.run();
      return store.replace(next, before);
    }

    @Override
    public TenantStrategies strategies(Tenant tenant) {
      return store.strategies(tenant);
    }
  }
}
