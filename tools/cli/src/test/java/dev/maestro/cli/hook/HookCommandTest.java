package dev.maestro.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.firestore.store.StoreCalls;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookCommandTest {
  private static final Pattern PRINTED =
      Pattern.compile(
          """
          hook {5}([0-9a-f]{32})
          address {2}/api/maestro/hooks/\\1
          secret {3}([A-Za-z0-9_-]{43})
          """);

  private final EmulatedProject project = EmulatedProject.empty("demo-cli-hook");

  /** What a command printed once. */
  private record Printed(String id, String secret) {
    static Printed of(CommandRun run) {
      assertThat(run.exitCode()).as(run.err()).isZero();
      Matcher found = PRINTED.matcher(run.out());
      assertThat(found.find()).as(run.out()).isTrue();
      return new Printed(found.group(1), found.group(2));
    }
  }

  @BeforeEach
  void a_tenant_has_a_strategy() {
    project.run("tenant", "create", "--tenant", "alpha", "--name", "Alpha", "--owner", "ann");
    project.run("tenant", "create", "--tenant", "beta", "--name", "Beta", "--owner", "bob");
    project.run("strategy", "add", "--tenant", "alpha", "--strategy", "trend");
  }

  private CommandRun create(String... more) {
    String[] command = {
      "hook", "create", "--tenant", "alpha", "--strategy", "trend", "--symbols", "spy,BTC/USD"
    };
    return project.run(Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private CommandRun hook(String what, String tenant, String id) {
    return project.run("hook", what, "--tenant", tenant, "--hook", id);
  }

  private String stored(String id, String field) {
    return String.valueOf(
        StoreCalls.await(project.firestore().document("systemStatus/hooks/items/" + id).get())
            .get(field));
  }

  @Test
  void the_secret_is_printed_once_and_only_its_hash_is_kept() {
    Printed hook = Printed.of(create("--names", "symbol=ticker,action=side"));

    assertThat(stored(hook.id(), "secret_hash")).hasSize(64).isNotEqualTo(hook.secret());
    assertThat(stored(hook.id(), "symbols")).isEqualTo("[BTC/USD, SPY]");
    assertThat(stored(hook.id(), "names")).contains("symbol=ticker", "action=side");
    for (CommandRun list :
        new CommandRun[] {
          project.run("hook", "list", "--tenant", "alpha"),
          project.run("hook", "list", "--tenant", "alpha", "--json")
        }) {
      assertThat(list.out())
          .contains(hook.id(), "ACTIVE", "trend")
          .doesNotContain(hook.secret())
          .doesNotContain(stored(hook.id(), "secret_hash"));
    }
  }

  @Test
  void rotating_makes_another_secret_and_revoking_takes_it_away() {
    Printed hook = Printed.of(create());
    String before = stored(hook.id(), "secret_hash");
    Printed rotated = Printed.of(hook("rotate", "alpha", hook.id()));

    assertThat(rotated.id()).isEqualTo(hook.id());
    assertThat(rotated.secret()).isNotEqualTo(hook.secret());
    assertThat(stored(hook.id(), "secret_hash")).hasSize(64).isNotEqualTo(before);
    assertThat(hook("revoke", "alpha", hook.id()).out())
        .isEqualTo("Revoked hook " + hook.id() + " of alpha.\n");
    assertThat(stored(hook.id(), "secret_hash")).isEqualTo("null");
    assertThat(project.run("hook", "list", "--tenant", "alpha").out()).contains("REVOKED");
  }

  @Test
  void another_tenants_hook_is_not_there() {
    Printed hook = Printed.of(create());
    String before = stored(hook.id(), "secret_hash");
    for (String what : new String[] {"rotate", "revoke"}) {
      CommandRun run = hook(what, "beta", hook.id());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("tenant beta has no hook " + hook.id());
    }
    assertThat(stored(hook.id(), "secret_hash")).isEqualTo(before);
    assertThat(project.run("hook", "list", "--tenant", "beta").out()).isEmpty();
  }

  @Test
  void what_cannot_be_a_hook_is_not_made() {
    assertThat(create("--names", "simbol=ticker").err()).contains("--names: names must be given");
    assertThat(create("--names", "symbol=secret").exitCode()).isEqualTo(2);
    CommandRun unknown =
        project.run(
            "hook", "create", "--tenant", "alpha", "--strategy", "other", "--symbols", "SPY");
    assertThat(unknown.err()).contains("strategy other of alpha is not registered");
    assertThat(hook("revoke", "alpha", "trend").exitCode()).isEqualTo(2);
    assertThat(project.run("hook", "list", "--tenant", "alpha").out()).isEmpty();
  }
}
