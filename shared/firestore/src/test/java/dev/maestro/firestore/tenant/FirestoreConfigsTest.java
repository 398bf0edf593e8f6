package dev.maestro.firestore.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldValue;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.settings.ConfigsPort;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.engine.tenant.settings.WeightsOfTenant;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.tenant.ConfigContract;
import dev.maestro.testing.tenant.ConfigStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract on the emulator, and documents that were broken by hand. */
class FirestoreConfigsTest extends ConfigContract {
  private final EmulatedStore store = EmulatedStore.empty("demo-configs");
  private final ConfigsPort configs = new FirestoreConfigs(store.firestore(), Map.of());
  private final PutConfig putting = new PutConfig(configs, (uid, tenant, settings, now) -> {});

  @Override
  protected ConfigStage emptyStage() {
    return new ConfigStage() {
      @Override
      public ConfigsPort configs() {
        return configs;
      }

      @Override
      public void createTenant(Tenant tenant) {
        new TenantStore(store.firestore()).create(tenant, Map.of(), "tester", NOW);
      }

      @Override
      public void add(TenantId tenant, RegisteredStrategy strategy) {
        new StrategyStore(store.firestore()).add(tenant, strategy);
      }
    };
  }

  private DocumentReference document() {
    return store.firestore().document(Paths.config(ALPHA));
  }

  private ConfigInForce inForce() {
    return configs.load(ALPHA).orElseThrow();
  }

  @Test
  void the_document_says_who_stored_it() {
    putting.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW);
    assertThat(store.read(Paths.config(ALPHA)).get("stored_by", Kinds.TEXT)).isEqualTo("ann");
  }

  @Test
  void values_broken_by_hand_let_the_last_valid_version_stand() {
    putting.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW);
    StoreCalls.await(document().update("values", BROKEN.values(), "version", 7));

    assertThat(inForce().isFallback()).isTrue();
    assertThat(inForce().version()).isEqualTo(2);
    assertThat(inForce().config().weights().lookbackTrades()).isEqualTo(50);
    assertThat(inForce().errors()).hasSize(3);
    assertThat(putting.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW).version())
        .isEqualTo(8);
  }

  @Test
  void users_are_weighed_by_the_last_valid_version_and_people_are_told() {
    putting.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW);
    StoreCalls.await(document().update("values", BROKEN.values()));
    List<AlertCode> alerts = new ArrayList<>();
    WeightsOfTenant weights =
        new WeightsOfTenant(configs, (tenant, code, message, now) -> alerts.add(code));

    assertThat(weights.load(ALPHA, NOW).lookbackTrades()).isEqualTo(50);
    assertThat(alerts).containsExactly(AlertCode.INVALID_CONFIGURATION);

    StoreCalls.await(document().update("valid", "nothing"));
    assertThatThrownBy(() -> weights.load(ALPHA, NOW))
        .isInstanceOf(RefusedByStoreException.class)
        .hasMessageContaining("weights.temperature");
  }

  @Test
  void a_version_without_values_is_no_configuration_of_defaults() {
    putting.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW);
    StoreCalls.await(document().update("values", FieldValue.delete()));

    assertThat(inForce().isFallback()).isTrue();
    assertThat(inForce().errors()).singleElement().asString().contains("values is missing");
  }

  @Test
  void if_no_version_is_valid_the_errors_of_both_are_named() {
    StoreCalls.await(
        document()
            .update("values", BROKEN.values(), "valid", Map.of("version", 1, "values", "nothing")));

    assertThatThrownBy(this::inForce)
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            invalid -> assertThat(invalid.errors()).hasSize(4));
  }

  @Test
  void a_tenant_whose_facts_cannot_be_read_has_no_configuration_that_can_be_used() {
    StoreCalls.await(document().update("tenant.base_capital", "much"));

    assertThatThrownBy(this::inForce)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("base_capital");
  }

  @Test
  void a_lost_configuration_can_be_stored_again() {
    StoreCalls.await(document().delete());

    assertThat(configs.load(ALPHA)).isEqualTo(Optional.empty());
    assertThat(putting.put(ALPHA, ConfigChange.replacing(SHORT), "ann", NOW).version())
        .isEqualTo(1);
  }
}
