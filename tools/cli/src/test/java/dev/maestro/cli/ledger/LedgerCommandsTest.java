package dev.maestro.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.body.AccountBody;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that operate a tenant's capital, on the emulator. */
class LedgerCommandsTest {
  private static final TenantId ALPHA = new TenantId("alpha");
  private static final String LEDGER = Paths.ledger(ALPHA, AccountId.MAIN);

  private final EmulatedProject project = EmulatedProject.empty("demo-cli-ledger");

  @BeforeEach
  void a_tenant_with_ten_shares_of_nobody() {
    project.run("tenant", "create", "--tenant", "alpha", "--name", "Alpha", "--owner", "ann");
    TenantLedger born = TenantLedger.born("paper", new TreeMap<>(), CapitalConfig.DEFAULTS);
    StoreCalls.await(project.firestore().document(LEDGER).set(LedgerDocument.fields(ALPHA, born)));
    LedgerCommand.Snapshot shown =
        AccountBody.snapshot(
            Fields.of(
                "",
                Map.of(
                    "equity",
                    "1000",
                    "buying_power",
                    "500",
                    "as_of",
                    Instant.now().toString(),
                    "positions",
                    List.of(Map.of("symbol", "SPY", "quantity", "10", "avg_price", "50")))));
    CloudStores.ledgers(project.firestore()).apply(ALPHA, AccountId.MAIN, shown);
  }

  private CommandRun on(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--tenant";
    all[arguments.length + 1] = "alpha";
    return project.run(all);
  }

  private Ledger ledger() {
    return LedgerDocument.read(Optional.of(StoredFields.of(project.document(LEDGER))))
        .orElseThrow()
        .ledger();
  }

  @Test
  void a_ledger_is_shown_to_people_and_to_programs() {
    CommandRun text = on("ledger", "show");
    assertThat(text.lines())
        .as(text.err())
        .contains("exposure     500", "holding      (nobody) 10 SPY for 500");
    JsonObject json =
        JsonParser.parseString(on("ledger", "show", "--json").out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("holdings")).hasSize(1);
    assertThat(json.get("available").getAsString()).isEqualTo("500");
    assertThat(on("ledger", "show", "--account", "other").exitCode()).isEqualTo(1);
  }

  @Test
  void what_was_there_before_is_given_to_a_strategy_with_a_reason() {
    String[] assign = {
      "ledger", "assign", "--symbol", "SPY", "--strategy", "trend", "--quantity", "4", "--reason"
    };
    String[] said = Arrays.copyOf(assign, assign.length + 1);
    said[assign.length] = "bought by trend in May";
    assertThat(on(said).out()).contains("trend holds 4 SPY more.");
    assertThat(ledger().book().holdings().all().toString()).contains("trend");
    said[assign.length] = " ";
    assertThat(on(said).exitCode()).isEqualTo(2);
    said[assign.length] = "more";
    said[7] = "7";
    CommandRun tooMany = on(said);
    assertThat(tooMany.exitCode()).isEqualTo(1);
    assertThat(tooMany.err()).contains("NO_POSITION");
    said[7] = "-1";
    assertThat(on(said).exitCode()).isEqualTo(2);
  }

  @Test
  void verify_says_that_all_agrees_and_ends_with_1_where_something_does_not() {
    assertThat(on("ledger", "verify").out()).contains("All agrees: 0 intents, 0 closes.");
    StoreCalls.await(
        project.firestore().document("tenants/alpha/intents/n1").set(Map.of("account", "main")));
    CommandRun broken = on("ledger", "verify", "--json");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(JsonParser.parseString(broken.out()).getAsJsonObject().getAsJsonArray("findings"))
        .hasSize(1);
    StoreCalls.await(project.firestore().document(LEDGER).update("format", 2L));
    assertThat(on("ledger", "verify").out()).contains("format");
    assertThat(on("ledger", "show").exitCode()).isEqualTo(1);
  }

  @Test
  void what_is_not_there_agrees_with_nothing() {
    CommandRun account = on("ledger", "verify", "--account", "nope");
    assertThat(account.exitCode()).isEqualTo(1);
    assertThat(account.err()).contains("tenant alpha has no ledger nope");
    for (String command : List.of("verify", "show")) {
      CommandRun tenant = project.run("ledger", command, "--tenant", "nobody");
      assertThat(tenant.exitCode()).isEqualTo(1);
      assertThat(tenant.err()).contains("tenant nobody does not exist");
    }
  }

  @Test
  void verify_names_what_a_ledger_does_not_add_up_to() {
    StoreCalls.await(project.firestore().document(LEDGER).update("holdings", List.of()));
    CommandRun broken = on("ledger", "verify");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out())
        .contains("held_cost is 0 instead of 500", "held_quantity is 0 instead of 10");
    StoreCalls.await(project.firestore().document(LEDGER).delete());
    assertThat(on("ledger", "verify").exitCode()).isEqualTo(1);
  }

  @Test
  void intents_are_listed_and_a_word_that_is_no_state_is_wrong_usage() {
    assertThat(on("intents").out()).contains("There are no such intents.");
    assertThat(on("intents", "--json").out()).isEmpty();
    assertThat(on("intents", "--state", "OPEN").exitCode()).isEqualTo(2);
    assertThat(on("intents", "--limit", "0").exitCode()).isEqualTo(2);
    assertThat(project.run("intents", "--tenant", "beta").exitCode()).isEqualTo(1);
  }

  @Test
  void a_halt_needs_no_reason_and_a_resume_does() {
    assertThat(on("halt").out()).contains("Tenant alpha is HALTED", "fence 1");
    assertThat(on("resume").exitCode()).isEqualTo(2);
    CommandRun resumed = on("resume", "--reason", "looked at it", "--json");
    assertThat(JsonParser.parseString(resumed.out()).getAsJsonObject().get("fence").getAsLong())
        .isEqualTo(2);
    assertThat(on("reduce", "--flatten").out()).contains("REDUCING", "closes what is held");
    assertThat(on("flatten").out()).contains("closes what is held");
    assertThat(on("reduce").out()).doesNotContain("closes what is held");
    assertThat(project.document("tenants/alpha/control/state").get("state")).isEqualTo("REDUCING");
  }

  @Test
  void a_switch_is_somebodys_and_a_name_misspelt_stops_nobody_silently() {
    assertThat(project.run("halt").exitCode()).isEqualTo(2);
    assertThat(on("halt", "--all").exitCode()).isEqualTo(2);
    CommandRun misspelt = project.run("halt", "--tenant", "alhpa");
    assertThat(misspelt.exitCode()).isEqualTo(1);
    assertThat(misspelt.err()).contains("does not exist, so nothing was stopped");
    assertThat(project.document("tenants/alhpa/control/state").exists()).isFalse();
    assertThat(project.run("halt", "--all").out()).contains("Everybody is HALTED");
    assertThat(project.document("systemStatus/control").get("state")).isEqualTo("HALTED");
  }

  @Test
  void a_strategy_that_was_not_suspended_stays_as_it_is() {
    StoreCalls.await(
        project
            .firestore()
            .document(Paths.of(ALPHA, "strategies/trend"))
            .set(Map.of("name", "Trend")));
    assertThat(on("rearm", "trend", "--reason", "seen").out()).contains("was not suspended");
    CommandRun misspelt = on("rearm", "trnd", "--reason", "seen");
    assertThat(misspelt.exitCode()).isEqualTo(1);
    assertThat(misspelt.err()).contains("there is no strategy trnd: did you mean trend?");
    assertThat(on("rearm", "trend").exitCode()).isEqualTo(2);
    assertThat(on("rearm", "a b", "--reason", "seen").exitCode()).isEqualTo(2);
  }
}
