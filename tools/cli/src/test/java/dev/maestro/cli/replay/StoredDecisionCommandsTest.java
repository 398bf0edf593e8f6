package dev.maestro.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.CalmMarket;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision that a tenant's functions stored in Firestore, asked by its tenant and its id. */
class StoredDecisionCommandsTest {
  private static final TenantId TENANT = new TenantId("acme");

  @TempDir private Path folder = Path.of("");

  private final EmulatedProject project = EmulatedProject.empty("demo-cli-stored");
  private final Slot slot = Slot.of(Instant.now());
  private final Instant now = slot.start().plusSeconds(2);
  private String decision = "";

  @BeforeEach
  void one_decision_is_stored() {
    new TenantStore(project.firestore())
        .create(Beginnings.tenant(TENANT), Beginnings.VALUES, "test", now);
    StrategyStore strategies = new StrategyStore(project.firestore());
    Beginnings.STRATEGIES.forEach(strategy -> strategies.add(TENANT, strategy));
    set(
        Paths.marketData(TENANT, Beginnings.BENCHMARK),
        SymbolMarketForm.PRICES.write(
            new SymbolMarket(
                Beginnings.bars(now), OptionalDouble.empty(), TradingCosts.UNKNOWN, now)));
    set(
        Paths.weights(new Uid("owner")),
        Map.of("weights", Map.of("trend", new BigDecimal("0.5")), "tenant_id", TENANT));
    set(
        Paths.of(TENANT, "accounts/main"),
        AccountSnapshotForm.of("main").write(Beginnings.account(new BigDecimal("10000"), now)));
    Map<String, Object> signal =
        Map.of(
            "action",
            "BUY",
            "symbol",
            "AAPL",
            "allocation",
            "0.1",
            "confidence",
            "0.58",
            "price",
            "100");
    set(
        Paths.of(TENANT, "signals/trend"),
        Map.of("signal", RecordDocument.encode(signal), "received_at", now));
    Conclusion conclusion =
        new ConductSlot(
                new FirestoreCycles(project.firestore(), Map.of()),
                new CalmMarket(),
                (tenant, code, message, at) -> {},
                () -> now,
                Duration.ofSeconds(60),
                EngineVersion.CURRENT)
            .conduct(TENANT, slot, "test");
    decision = ((Conclusion.Decided) conclusion).commit().recordId();
  }

  private void set(String path, Map<String, Object> fields) {
    StoreCalls.await(project.firestore().document(path).set(StoredValue.map(fields)));
  }

  @Test
  void a_stored_cycle_is_decided_again_byte_for_byte() {
    CommandRun run = project.run("replay-cycle", decision, "--tenant", "acme");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(decision + ": 1 signals decided again, the record is the same byte for byte.");
  }

  @Test
  void a_decision_is_not_another_tenants() {
    CommandRun run = project.run("replay-cycle", decision, "--tenant", "globex");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("tenant globex has no decision " + decision);
  }

  @Test
  void an_input_that_was_deleted_is_named() {
    StoreCalls.await(
        project.firestore().document(Paths.LOGS + "/" + decision + "/input/0").delete());
    CommandRun run = project.run("replay-cycle", decision, "--tenant", "acme");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("MISSING: no input is kept of decision " + decision);
  }

  @Test
  void a_denied_signal_is_told_what_would_have_lifted_it() {
    CommandRun run = project.run("why", decision, "trend", "--tenant", "acme");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "BUY AAPL: DENIED LOW_CONFIDENCE: confidence 0.58 < 0.605",
            "BUY AAPL: DENIED POLICY_BLOCKED: no number lifts it");
  }

  @Test
  void stored_cycles_are_decided_again_under_other_settings() throws IOException {
    Path config = folder.resolve("new.json");
    Files.writeString(config, "{\"throttle\": {\"new_strategy_mode\": \"REDUCED\"}}");
    CommandRun run =
        project.run("whatif", "--tenant", "acme", "--config", config.toString(), "--days", "2");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 signals of 1 cycles").containsPattern("LOW_CONFIDENCE +1 +1");
    assertThat(run.out())
        .contains("what it was worth as it was, on paper since " + now)
        .containsPattern("POLICY +0  Too early to tell");
  }

  @Test
  void what_it_was_worth_is_told_of_a_tenant_with_a_cycle_and_of_no_other() {
    CommandRun run = project.run("value", "--tenant", "acme", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"effect\":\"0.00\"", "\"since\":\"" + now);
    assertThat(project.run("value", "--tenant", "globex").err())
        .contains("tenant globex has no twin yet: its first cycle begins one");

    StoreCalls.await(
        project.firestore().document(Paths.of(TENANT, "maestro/twin")).update("days", 7));
    assertThat(project.run("value", "--tenant", "acme").err())
        .contains("maestro/twin: days must be the days of the twin, got '7'");
    assertThat(project.run("value", "--tenant", "acme", "a.jsonl").err())
        .contains("either a log or a tenant");
  }
}
