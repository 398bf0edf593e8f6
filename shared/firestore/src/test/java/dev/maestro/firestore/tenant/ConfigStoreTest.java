package dev.maestro.firestore.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.FieldValue;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final Tenant ALPHA =
      new Tenant(
          new TenantId("alpha"), "Alpha", true, BigDecimal.TEN, ZoneId.of("UTC"), new Uid("ann"));
  private static final Map<String, Object> SHORT =
      Map.of("weights", Map.of("lookback_trades", new BigDecimal("50")));
  private static final Map<String, Object> BROKEN =
      Map.of("weights", Map.of("temperature", "0", "speed", "9"), "throttle", "fast");

  private final EmulatedStore store = EmulatedStore.empty("demo-config-store");
  private final TreeMap<String, Integer> lookbacks = new TreeMap<>();
  private final ConfigStore configs =
      new ConfigStore(
          store.firestore(),
          (uid, tenant, settings, now) -> lookbacks.put(uid.value(), settings.lookbackTrades()));

  private void bobHasAStrategy() {
    new StrategyStore(store.firestore())
        .add(new TenantId("alpha"), RegisteredStrategy.live(new StrategyId("one"), new Uid("bob")));
  }

  @BeforeEach
  void create() {
    new TenantStore(store.firestore()).create(ALPHA, Map.of(), "tester", NOW);
  }

  @Test
  void a_stored_configuration_is_the_next_version_and_in_force() {
    assertThat(configs.store(new TenantId("alpha"), SHORT, "ann", NOW)).isEqualTo(2);
    assertThat(configs.store(new TenantId("alpha"), Map.of(), "ann", NOW)).isEqualTo(3);
    assertThat(configs.store(new TenantId("alpha"), SHORT, "ann", NOW)).isEqualTo(4);

    ConfigDocument.Reading reading = configs.load(new TenantId("alpha"), Map.of()).orElseThrow();
    assertThat(reading.version()).isEqualTo(4);
    assertThat(reading.isFallback()).isFalse();
    assertThat(reading.config().weights().lookbackTrades()).isEqualTo(50);
    assertThat(store.read(Paths.config(new TenantId("alpha"))).text("stored_by")).isEqualTo("ann");
  }

  @Test
  void every_user_of_the_tenant_is_weighed_by_it_once() {
    bobHasAStrategy();
    new StrategyStore(store.firestore())
        .add(new TenantId("alpha"), RegisteredStrategy.live(new StrategyId("two"), new Uid("bob")));

    configs.store(new TenantId("alpha"), SHORT, "ann", NOW);

    assertThat(lookbacks).containsExactlyEntriesOf(new TreeMap<>(Map.of("ann", 50, "bob", 50)));
  }

  @Test
  void one_user_who_cannot_be_weighed_is_named_and_all_others_follow() {
    bobHasAStrategy();
    ConfigStore refusing =
        new ConfigStore(
            store.firestore(),
            (uid, tenant, settings, now) -> {
              if (uid.value().equals("ann")) {
                throw new RefusedByStoreException("too many agents");
              }
              lookbacks.put(uid.value(), settings.lookbackTrades());
            });

    assertThatThrownBy(() -> refusing.store(new TenantId("alpha"), SHORT, "ann", NOW))
        .isInstanceOf(NotInForceException.class)
        .hasMessageContaining("version 2 is stored")
        .hasMessageContaining("ann: too many agents");
    assertThat(lookbacks).containsExactlyEntriesOf(new TreeMap<>(Map.of("bob", 50)));
    assertThat(configs.load(new TenantId("alpha"), Map.of()).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void a_version_that_is_stored_while_an_older_one_is_put_into_force_is_the_last() {
    bobHasAStrategy();
    AtomicBoolean isFirst = new AtomicBoolean(true);
    ConfigStore slow =
        new ConfigStore(
            store.firestore(),
            (uid, tenant, settings, now) -> {
              if (isFirst.getAndSet(false)) {
                configs.store(new TenantId("alpha"), Map.of(), "bob", NOW);
              }
              lookbacks.put(uid.value(), settings.lookbackTrades());
            });

    slow.store(new TenantId("alpha"), SHORT, "ann", NOW);

    assertThat(lookbacks).containsExactlyEntriesOf(new TreeMap<>(Map.of("ann", 100, "bob", 100)));
  }

  @Test
  void an_invalid_configuration_names_every_error_and_changes_nothing() {
    assertThatThrownBy(() -> configs.store(new TenantId("alpha"), BROKEN, "ann", NOW))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            invalid ->
                assertThat(invalid.errors())
                    .hasSize(3)
                    .anyMatch(error -> error.startsWith("weights.temperature"))
                    .anyMatch(error -> error.startsWith("weights.speed"))
                    .anyMatch(error -> error.startsWith("throttle must be an object")));
    assertThat(configs.load(new TenantId("alpha"), Map.of()).orElseThrow().version()).isEqualTo(1);
    assertThat(lookbacks).isEmpty();
  }

  @Test
  void of_two_at_the_same_time_one_loses_and_says_so() {
    ConfigStore.Current first = configs.current(new TenantId("alpha"));
    ConfigStore.Current second = configs.current(new TenantId("alpha"));

    configs.write(first, SHORT, "ann", NOW);

    assertThatThrownBy(() -> configs.write(second, Map.of(), "bob", NOW))
        .isInstanceOf(StaleWriteException.class)
        .hasMessageStartingWith("somebody else stored a configuration of alpha");
    assertThat(
            configs
                .load(new TenantId("alpha"), Map.of())
                .orElseThrow()
                .config()
                .weights()
                .lookbackTrades())
        .isEqualTo(50);
  }

  @Test
  void values_broken_by_hand_let_the_last_valid_version_stand() {
    configs.store(new TenantId("alpha"), SHORT, "ann", NOW);
    StoreCalls.await(
        store
            .firestore()
            .document(Paths.config(new TenantId("alpha")))
            .update("values", BROKEN, "version", 7));

    ConfigDocument.Reading reading = configs.load(new TenantId("alpha"), Map.of()).orElseThrow();

    assertThat(reading.isFallback()).isTrue();
    assertThat(reading.version()).isEqualTo(2);
    assertThat(reading.config().weights().lookbackTrades()).isEqualTo(50);
    assertThat(reading.errors()).hasSize(3);
    assertThat(configs.store(new TenantId("alpha"), SHORT, "ann", NOW)).isEqualTo(8);
  }

  @Test
  void a_version_without_values_is_no_configuration_of_defaults() {
    configs.store(new TenantId("alpha"), SHORT, "ann", NOW);
    StoreCalls.await(
        store
            .firestore()
            .document(Paths.config(new TenantId("alpha")))
            .update("values", FieldValue.delete()));

    ConfigDocument.Reading reading = configs.load(new TenantId("alpha"), Map.of()).orElseThrow();

    assertThat(reading.isFallback()).isTrue();
    assertThat(reading.errors()).singleElement().asString().contains("values must be");
  }

  @Test
  void if_no_version_is_valid_the_errors_of_both_are_named() {
    StoreCalls.await(
        store
            .firestore()
            .document(Paths.config(new TenantId("alpha")))
            .update("values", BROKEN, "valid", Map.of("version", 1, "values", "nothing")));

    assertThatThrownBy(() -> configs.load(new TenantId("alpha"), Map.of()))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            invalid -> assertThat(invalid.errors()).hasSize(4));
  }

  @Test
  void a_lost_configuration_can_be_stored_again_and_a_missing_tenant_cannot() {
    StoreCalls.await(store.firestore().document(Paths.config(new TenantId("alpha"))).delete());

    assertThat(configs.load(new TenantId("alpha"), Map.of())).isEqualTo(Optional.empty());
    assertThat(configs.store(new TenantId("alpha"), SHORT, "ann", NOW)).isEqualTo(1);
    assertThatThrownBy(() -> configs.store(new TenantId("ghost"), SHORT, "ann", NOW))
        .isInstanceOf(StaleWriteException.class)
        .hasMessageStartingWith("tenant ghost does not exist");
  }
}
