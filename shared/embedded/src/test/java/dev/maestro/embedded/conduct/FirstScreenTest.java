package dev.maestro.embedded.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document of the first screen, whatever a tenant has. */
class FirstScreenTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Fields WITHOUT_SELECTION =
      Fields.of("", Map.of("meta", Map.of("enabled", false)));
  private static final int MAX_BYTES = 16_384;

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final MemoryConductStage stage = new MemoryConductStage();

  @BeforeEach
  void a_tenant() {
    stage.createTenant(TENANT, NOON);
  }

  @Test
  void five_thousand_strategies_with_the_longest_names_fit_into_16_kib() {
    register(5_000, "its journal " + "cannot be read ".repeat(100));
    Map<String, Object> screen = screen();
    assertThat(bytes(screen)).isLessThan(MAX_BYTES);
    assertThat(rows(screen, "throttle")).hasSize(12);
    assertThat(screen)
        .containsEntry("strategies", 5_000L)
        .containsEntry("throttle_more", counted(screen) - 12);
  }

  @Test
  void the_tightest_mode_stands_first_with_the_sentence_of_the_throttle() {
    register(1, "its journal cannot be read");
    assertThat(rows(screen(), "throttle"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(String.valueOf(row.get("reasoning")))
                    .contains("its journal cannot be read"));
  }

  @Test
  void every_limit_stands_there_with_what_is_allowed() {
    Map<String, Object> screen = screen();
    assertThat(rows(screen, "limits"))
        .extracting(row -> row.get("limit") + " " + row.get("unit"))
        .containsSubsequence(
            "DAILY_LOSS percent", "EXPOSURE percent", "POSITIONS count", "LOSING_STREAK count");
    assertThat(rows(screen, "limits"))
        .allSatisfy(row -> assertThat(row.get("allowed")).isNotNull());
  }

  @Test
  void what_is_used_of_a_limit_is_unknown_where_the_account_is() {
    stage.change(TENANT, old -> old.with(MoneyFacts.NONE));
    assertThat(rows(screen(), "limits"))
        .filteredOn(row -> List.of("DAILY_LOSS", "EXPOSURE").contains(row.get("limit")))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).containsEntry("used", null));
  }

  @Test
  void it_names_the_owner_whose_weights_are_shown_and_its_own_format() {
    assertThat(screen()).containsEntry("owner", "owner").containsEntry("format", 1L);
  }

  private void register(int many, String unavailable) {
    List<RegisteredStrategy> strategies =
        IntStream.range(0, many)
            .mapToObj(at -> new StrategyId(String.format("%064d", at)))
            .map(id -> RegisteredStrategy.live(id, new Uid("owner")))
            .toList();
    Map<StrategyId, PerformanceReading> performance = new TreeMap<>();
    strategies.forEach(
        strategy ->
            performance.put(strategy.id(), new PerformanceReading.Unavailable(unavailable)));
    stage.change(
        TENANT,
        old -> {
          TenantFacts facts = old.facts();
          TenantConfig everybody = TenantConfig.of(WITHOUT_SELECTION, facts.tenant(), Map.of());
          return old.with(new TenantFacts(facts.tenant(), everybody, strategies, facts.control()))
              .with(old.memory().withPerformance(performance));
        });
  }

  private Map<String, Object> screen() {
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, now) -> {},
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(TENANT, Slot.of(clock.instant()), "owner");
    return ((Conclusion.Decided) conclusion).commit().told().summary().values();
  }

  private static long counted(Map<String, Object> screen) {
    return ((Map<?, ?>) Objects.requireNonNull(screen.get("modes")))
        .values().stream().mapToLong(count -> (Long) count).sum();
  }

  private static List<Map<String, Object>> rows(Map<String, Object> screen, String name) {
    return ((List<?>) Objects.requireNonNull(screen.get(name)))
        .stream().map(FirstScreenTest::row).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> row(Object value) {
    return (Map<String, Object>) value;
  }

  private static int bytes(Map<String, Object> screen) {
    return CanonicalJson.write(screen).getBytes(StandardCharsets.UTF_8).length;
  }
}
