package dev.maestro.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.google.identity.Caller;
import dev.maestro.google.identity.Callers;
import dev.maestro.google.settings.CloudSettings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenCommandTest {
  private static final String PROJECT = "demo-cli-token";

  private final EmulatedProject project = EmulatedProject.empty(PROJECT);

  private CommandRun token(String... more) {
    String[] arguments = new String[more.length + 3];
    System.arraycopy(new String[] {"token", "--tenant", "alpha"}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return project.run(arguments);
  }

  private void create() {
    project.run("tenant", "create", "--tenant", "alpha", "--name", "Alpha", "--owner", "ann");
    project.run("strategy", "add", "--tenant", "alpha", "--strategy", "trend");
  }

  private static Caller caller(String token) throws Exception {
    CloudSettings settings =
        CloudSettings.read(
            Map.of("GOOGLE_CLOUD_PROJECT", PROJECT, "FIRESTORE_EMULATOR_HOST", "127.0.0.1:1"));
    return Callers.of(
            settings,
            signed -> {
              throw new AssertionError("nobody signs here");
            },
            Clock.systemUTC())
        .of(Optional.of("Bearer " + token), Optional.empty());
  }

  @Test
  void a_token_is_taken_and_its_user_is_a_member_in_that_role() throws Exception {
    create();
    CommandRun operator = token("--role", "operator");
    assertThat(operator.exitCode()).as(operator.err()).isZero();
    Caller caller = caller(operator.out().strip());
    assertThat(caller.uid().value()).isEqualTo("operator");
    assertThat(caller.tenantId().value()).isEqualTo("alpha");
    assertThat(project.document("tenants/alpha/users/operator").getString("role"))
        .isEqualTo("operator");

    assertThat(token("--role", "agent", "--user", "bot").exitCode()).isZero();
    assertThat(project.document("tenants/alpha/users/bot").get("strategies"))
        .hasToString("[trend]");
  }

  @Test
  void nobody_gets_another_role_by_asking_for_a_token() {
    create();
    assertThat(token("--role", "admin", "--user", "ann").exitCode()).isZero();
    CommandRun other = token("--role", "viewer", "--user", "ann");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err()).contains("ann is admin of alpha");
    assertThat(project.document("tenants/alpha/users/ann").getString("role")).isEqualTo("admin");
  }

  @Test
  void a_project_that_may_be_real_has_no_such_tokens() {
    CommandRun run =
        CommandRun.of(
            "token", "--tenant", "a", "--role", "admin", "--project", "prod", "--emulator", "h:1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("begins with demo-");
  }
}
