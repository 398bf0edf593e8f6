package dev.maestro.engine.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.limit.CallKind;
import dev.maestro.engine.limit.LimitsConfig;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsSectionTest {
  private static LimitsConfig limits(Map<String, Object> section) {
    Tenant tenant =
        new Tenant(
            new TenantId("alpha"), "Alpha", true, BigDecimal.TEN, ZoneOffset.UTC, new Uid("ann"));
    return TenantConfig.of(Fields.of("", Map.of("limits", section)), tenant, Map.of()).limits();
  }

  @Test
  void a_tenant_that_says_nothing_has_120_reads_20_writes_and_600_orders_a_minute() {
    assertThat(limits(Map.of())).isEqualTo(LimitsConfig.DEFAULTS);
    assertThat(LimitsConfig.DEFAULTS).isEqualTo(new LimitsConfig(120, 20, 600));
  }

  @Test
  void what_is_set_is_the_limit_of_its_kind_alone() {
    LimitsConfig limits = limits(Map.of("writes_per_minute", 50));

    assertThat(limits.of(CallKind.WRITE)).isEqualTo(50);
    assertThat(limits.of(CallKind.READ)).isEqualTo(120);
    assertThat(limits.of(CallKind.ORDER)).isEqualTo(600);
  }

  @Test
  void no_limit_is_zero_or_without_end_and_a_typing_mistake_is_an_error() {
    assertThatThrownBy(
            () -> limits(Map.of("orders_per_minute", 0, "reads_per_minute", 100_001, "write", 1)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("limits.write is not a known name");
    assertThatThrownBy(() -> limits(Map.of("orders_per_minute", 0, "reads_per_minute", 100_001)))
        .hasMessageContaining("limits.orders_per_minute must be from 1 to 100000, got 0")
        .hasMessageContaining("limits.reads_per_minute must be from 1 to 100000, got 100001");
  }
}
