package dev.maestro.cli.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.firestore.store.StoreCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantCommandTest {
  private final EmulatedProject project = EmulatedProject.empty("demo-cli-tenant");

  @TempDir private Path folder = Path.of("");

  private CommandRun create() {
    return project.run(
        "tenant", "create", "--tenant", "alpha", "--name", "Alpha", "--owner", "ann");
  }

  private JsonObject shown() {
    CommandRun run = project.run("tenant", "show", "--tenant", "alpha", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  private CommandRun config(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), json);
    return project.run("tenant", "config", "--tenant", "alpha", "--file", file.toString());
  }

  @Test
  void a_tenant_is_set_up_by_commands_alone() throws IOException {
    assertThat(create().exitCode()).isZero();
    assertThat(
            project
                .run("strategy", "add", "--tenant", "alpha", "--strategy", "trend", "--scale-in")
                .exitCode())
        .isZero();
    assertThat(
            project
                .run(
                    "tenant",
                    "member",
                    "--tenant",
                    "alpha",
                    "--user",
                    "bot",
                    "--role",
                    "agent",
                    "--strategies",
                    "trend")
                .exitCode())
        .isZero();
    CommandRun stored = config("{\"weights\": {\"lookback_trades\": 50}}");
    assertThat(stored.out()).as(stored.err()).startsWith("Stored version 2");
    assertThat(
            project
                .run(
                    "strategy",
                    "status",
                    "--tenant",
                    "alpha",
                    "--strategy",
                    "trend",
                    "--set",
                    "shadow")
                .exitCode())
        .isZero();

    JsonObject shown = shown();
    assertThat(shown.getAsJsonArray("warnings")).isEmpty();
    assertThat(shown.getAsJsonObject("config").get("version").getAsInt()).isEqualTo(2);
    JsonObject strategy = shown.getAsJsonArray("strategies").get(0).getAsJsonObject();
    assertThat(strategy.get("status").getAsString()).isEqualTo("SHADOW");
    assertThat(strategy.get("scale_in").getAsBoolean()).isTrue();
    assertThat(shown.getAsJsonArray("members")).hasSize(2);
    assertThat(project.document("users/ann/maestro/performance").get("config").toString())
        .contains("lookback_trades=50");
  }

  @Test
  void a_tenant_is_created_once() {
    assertThat(create().exitCode()).isZero();
    CommandRun again = create();

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).startsWith("maestro: tenant alpha exists already").hasLineCount(1);
  }

  @Test
  void a_user_of_another_tenant_is_not_bound_by_a_strategy() {
    create();
    project.run("tenant", "create", "--tenant", "vic", "--name", "Victim", "--owner", "eve");

    CommandRun foreign =
        project.run("strategy", "add", "--tenant", "alpha", "--strategy", "spy", "--user", "eve");

    assertThat(foreign.exitCode()).isEqualTo(1);
    assertThat(foreign.err())
        .contains("user eve is no member of tenant alpha", "./maestro tenant member");
    assertThat(project.document("tenants/alpha/strategies/spy").exists()).isFalse();
    assertThat(project.document("users/eve/maestro/weights").getString("tenant_id"))
        .isEqualTo("vic");
  }

  @Test
  void storing_a_configuration_binds_no_user_of_another_tenant() throws IOException {
    create();
    project.run("tenant", "create", "--tenant", "vic", "--name", "Victim", "--owner", "eve");
    StoreCalls.await(
        project
            .firestore()
            .document("tenants/alpha/strategies/spy")
            .set(Map.of("status", "LIVE", "uid", "eve")));

    CommandRun stored = config("{\"weights\": {\"lookback_trades\": 50}}");

    assertThat(stored.exitCode()).isEqualTo(1);
    assertThat(stored.err()).contains("version 2 is stored", "user eve is no member");
    assertThat(project.document("users/eve/maestro/weights").getString("tenant_id"))
        .isEqualTo("vic");
    assertThat(project.document("users/ann/maestro/performance").get("config").toString())
        .contains("lookback_trades=50");
  }

  @Test
  void a_section_is_changed_alone_and_the_change_is_told() throws IOException {
    create();
    config("{\"profile\": {\"profile\": \"AGGRESSIVE\"}}");
    CommandRun stored = config("{\"weights\": {\"lookback_trades\": 50}}");
    assertThat(stored.out())
        .contains("Stored version 3", "weights.lookback_trades: 100 (default) -> 50 (tenant)")
        .doesNotContain("profile");

    CommandRun shown = project.run("tenant", "config", "show", "--tenant", "alpha");
    assertThat(shown.out()).as(shown.err()).startsWith("Configuration of alpha: version 3");
    assertThat(shown.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(" lookback_trades 50 tenant", " profile AGGRESSIVE tenant");

    CommandRun section =
        project.run(
            "tenant", "config", "show", "--tenant", "alpha", "--section", "weights", "--json");
    JsonObject sections =
        JsonParser.parseString(section.out()).getAsJsonObject().getAsJsonObject("sections");
    assertThat(sections.keySet()).containsExactly("weights");
    assertThat(sections.getAsJsonObject("weights").getAsJsonObject("lookback_trades").toString())
        .isEqualTo("{\"value\":50,\"source\":\"tenant\"}");
  }

  @Test
  void a_whole_configuration_says_what_it_drops() throws IOException {
    create();
    config("{\"profile\": {\"profile\": \"AGGRESSIVE\"}}");
    Path file = Files.writeString(folder.resolve("w.json"), "{\"weights\": {}}");
    CommandRun stored =
        project.run(
            "tenant", "config", "--tenant", "alpha", "--file", file.toString(), "--replace");
    assertThat(stored.out())
        .contains("Dropped: profile;", "profile.profile: AGGRESSIVE (tenant) -> SAFE (default)");
  }

  @Test
  void what_to_show_or_to_store_must_be_said() {
    create();
    assertThat(project.run("tenant", "config", "--tenant", "alpha").exitCode()).isEqualTo(2);
    CommandRun unknown =
        project.run("tenant", "config", "show", "--tenant", "alpha", "--section", "wheels");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("--section must be one of weights, throttle");
  }

  @Test
  void a_tag_that_no_regime_has_is_refused_with_the_nearest_or_all_there_are() {
    create();
    CommandRun bull = strategyTagged("BULL");
    assertThat(bull.exitCode()).isEqualTo(2);
    assertThat(bull.err())
        .contains("there is no regime 'BULL': use one of BEAR_TRENDING, BULL_TRENDING, CHOPPY");
    assertThat(strategyTagged("ranging,BULL_TREND").err()).contains("did you mean BULL_TRENDING?");
    assertThat(strategyTagged("UNKNOWN").exitCode()).isEqualTo(2);
    assertThat(strategyTagged("ranging,BULL_TRENDING").exitCode()).isZero();
    assertThat(project.document("tenants/alpha/strategies/trend").get("regime_tags"))
        .hasToString("[RANGING, BULL_TRENDING]");
  }

  private CommandRun strategyTagged(String tags) {
    return project.run(
        "strategy", "add", "--tenant", "alpha", "--strategy", "trend", "--regime-tags", tags);
  }

  @Test
  void no_tenant_is_called_like_what_alerts_call_nobody() {
    CommandRun run =
        project.run("tenant", "create", "--tenant", "unknown", "--name", "X", "--owner", "ann");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("not 'unknown'");
  }

  @Test
  void a_configuration_is_refused_with_all_its_errors() throws IOException {
    create();
    CommandRun run = config("{\"weights\": {\"temperature\": 0, \"speed\": 1}, \"wheels\": {}}");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.startsWith("maestro: config"));
    assertThat(shown().getAsJsonObject("config").get("version").getAsInt()).isEqualTo(1);
  }

  @Test
  void what_is_broken_by_hand_is_a_warning() {
    create();
    project.run("strategy", "add", "--tenant", "alpha", "--strategy", "trend");
    StoreCalls.await(project.firestore().document("tenants/alpha/control/state").delete());
    StoreCalls.await(
        project.firestore().document("tenants/alpha/strategies/trend").update("status", "GO"));

    assertThat(shown().getAsJsonArray("warnings").toString())
        .contains("control state is missing", "status must be one of", "no strategy is registered");
  }

  @Test
  void without_an_emulator_at_the_address_the_command_says_so() {
    CommandRun run =
        CommandRun.of(
            "tenant",
            "show",
            "--tenant",
            "alpha",
            "--project",
            "demo-x",
            "--emulator",
            "127.0.0.1:1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("maestro: Firestore at 127.0.0.1:1 does not answer")
        .hasLineCount(1);
  }

  @Test
  void what_can_name_nothing_is_wrong_usage() {
    assertThat(project.run("tenant", "show", "--tenant", "a_b").exitCode()).isEqualTo(2);
    assertThat(
            project
                .run("strategy", "status", "--tenant", "a", "--strategy", "x", "--set", "GO")
                .err())
        .startsWith("maestro: --set must be LIVE, SHADOW or DISABLED, got 'GO'");
  }
}
