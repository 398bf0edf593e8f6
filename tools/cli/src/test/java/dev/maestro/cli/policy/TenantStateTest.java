package dev.maestro.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands show of a running system. */
class TenantStateTest {
  private final EmulatedProject project = EmulatedProject.empty("demo-cli-state");
  private final Instant now = Instant.now();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void a_tenant_on_aggressive() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.json"),
            "{\"profile\": {\"profile\": \"AGGRESSIVE\"}, \"market\": {\"benchmark_symbol\":"
                + " \"BTC\"}}");
    project.run(
        "tenant",
        "create",
        "--tenant",
        "alpha",
        "--name",
        "Alpha",
        "--owner",
        "ann",
        "--config",
        config.toString());
  }

  private void set(String path, Map<String, Object> fields) {
    StoreCalls.await(
        project.firestore().document("tenants/alpha/" + path).set(StoredValue.map(fields)));
  }

  private void policy(String place, double risk, Instant at) {
    set(
        place,
        Map.of(
            "evaluated_at",
            at,
            "policy",
            Map.of("allow_new_trades", true, "max_risk_pct", risk, "profile", "AGGRESSIVE")));
  }

  private MetaState global(RiskMode mode, Instant at) {
    return new MetaState(
        new GlobalPolicy(
            mode,
            List.of("trend"),
            List.of("young"),
            ModeLimits.of(mode),
            SystemHealth.UNKNOWN,
            List.of("drawdown 12 % >= 10 %: outright"),
            List.of(),
            at,
            at,
            at.plus(Duration.ofHours(1))),
        new RiskMemory(mode, List.of(mode)),
        at);
  }

  private CommandRun shown(String... arguments) {
    CommandRun run = project.run(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  @Test
  void the_profile_of_a_tenant_is_the_one_in_force_under_its_global_policy() {
    set("globalPolicy/current", MetaStateForm.FORM.write(global(RiskMode.DEFENSIVE, now)));
    CommandRun run = shown("profile", "--tenant", "alpha");
    assertThat(run.lines())
        .contains(
            "AGGRESSIVE profile (chosen by: tenant)",
            "In effect, on an account without losses, positions or costs, under the global policy,"
                + " DEFENSIVE")
        .filteredOn(line -> line.contains(" risk ") && line.contains(" confidence "))
        .hasSize(12)
        .allSatisfy(
            line -> {
              String[] words = line.strip().split("\\s+");
              List<String> row = List.of(words);
              String risk = row.get(row.indexOf("risk") + 1).replace("%", "");
              assertThat(Double.parseDouble(risk)).isLessThanOrEqualTo(0.3);
              assertThat(Double.parseDouble(row.get(row.indexOf("confidence") + 1)))
                  .isGreaterThanOrEqualTo(0.7);
            });
  }

  @Test
  void the_policy_of_a_tenant_is_the_one_that_its_cycles_stored() {
    assertThat(project.run("policy", "--tenant", "alpha").err()).contains("has no policy yet");
    policy("policy/current", 0.4, now);
    set("globalPolicy/current", MetaStateForm.FORM.write(global(RiskMode.NORMAL, now)));
    set("marketData/BTC", Map.of("funding_cost_estimate", "0.012"));
    assertThat(shown("policy", "--tenant", "alpha").lines())
        .contains(
            "Policy of alpha (AGGRESSIVE)",
            "  new trades      allowed",
            "  max risk        0.4 % per trade",
            "  funding cost    0.012",
            "  risk mode       NORMAL");
    for (int i = 0; i < 4; i++) {
      Instant at = now.minusSeconds(600L * i);
      policy("policy/current/history/h" + i, 0.4 + 0.1 * i, at);
    }
    assertThat(shown("policy", "history", "--tenant", "alpha", "--limit", "2", "--json").lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("\"max_risk_pct\":{\"from\":\"0.5\",\"to\":\"0.4\"}");
  }

  @Test
  void the_global_policy_of_a_tenant_shows_mode_votes_health_strategies_and_expiry() {
    assertThat(project.run("msc", "--tenant", "alpha").err()).contains("has no global policy");
    Instant old = now.minus(Duration.ofHours(2));
    set("globalPolicy/current", MetaStateForm.FORM.write(global(RiskMode.NORMAL, now)));
    assertThat(shown("msc", "--tenant", "alpha").lines())
        .contains(
            "Global policy of alpha",
            "  risk mode        NORMAL",
            "  limits           risk 0.75 % per trade, confidence 0.60, 10 positions, 30 trades a"
                + " day",
            "  votes            drawdown 12 % >= 10 %: outright",
            "  drawdown         unknown",
            "  strategies       trend",
            "  probation        young");

    set("globalPolicy/current", MetaStateForm.FORM.write(global(RiskMode.NORMAL, old)));
    JsonObject expired =
        JsonParser.parseString(shown("msc", "--tenant", "alpha", "--json").out()).getAsJsonObject();
    assertThat(expired.get("expired").getAsBoolean()).isTrue();
    assertThat(expired.get("risk_mode_now").getAsString()).isEqualTo("DEFENSIVE");
    assertThat(expired.get("risk_mode").getAsString()).isEqualTo("NORMAL");

    set("globalPolicy/current/history/a", MetaStateForm.FORM.write(global(RiskMode.NORMAL, old)));
    set(
        "globalPolicy/current/history/b",
        MetaStateForm.FORM.write(global(RiskMode.DEFENSIVE, now)));
    assertThat(shown("msc", "history", "--tenant", "alpha").lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("DEFENSIVE");
  }

  @Test
  void what_does_not_go_together_is_wrong_usage() {
    assertThat(project.run("profile", "SAFE", "--tenant", "alpha").exitCode()).isEqualTo(2);
    assertThat(project.run("policy", "--tenant", "alpha", "--log", "x").exitCode()).isEqualTo(2);
    assertThat(project.run("policy", "--tenant", "alpha", "--limit", "0").exitCode()).isEqualTo(2);
    assertThat(project.run("msc").exitCode()).isEqualTo(2);
  }
}
