package dev.maestro.cli.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandRun;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.wiring.CloudFirestore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotsCommandTest {
  private static final String PROJECT = "demo-snapshots-command";

  private static CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("snapshots", "--project", PROJECT, "--emulator"));
    all.add(SharedEmulator.firestore());
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static void tenant() {
    SharedEmulator.clear(PROJECT);
    Firestore firestore =
        CloudFirestore.open(
            CloudSettings.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());
    Tenant tenant =
        new Tenant(
            new TenantId("T"), "Test", true, new BigDecimal("10000"), ZoneOffset.UTC, new Uid("u"));
    new TenantStore(firestore).create(tenant, Map.of(), "test", Instant.EPOCH);
    new StrategyStore(firestore)
        .add(new TenantId("T"), RegisteredStrategy.live(new StrategyId("A"), new Uid("u")));
    for (String pnl : List.of("10.25", "-3")) {
      StoreCalls.await(
          firestore
              .document(Paths.trade(new Uid("u"), "T" + pnl))
              .set(
                  StoredValue.map(
                      Map.of(
                          "agent_id", "A",
                          "closed_at", Instant.parse("2026-03-31T23:59:59Z"),
                          "realized_pnl", pnl,
                          "entry_price", "10",
                          "quantity", "1"))));
    }
  }

  @Test
  void a_month_is_summed_and_stored_when_asked_and_shown_as_it_is_stored() {
    tenant();
    CommandRun before = run("--tenant", "T", "--month", "2026-03");
    assertThat(before.exitCode()).as(before.err()).isZero();
    assertThat(before.lines()).anyMatch(line -> line.matches("A +- +- +- +-"));

    CommandRun written = run("--tenant", "T", "--month", "2026-03", "--write");
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.err()).contains("stored 2 changed rows");
    assertThat(written.lines()).anyMatch(line -> line.matches("A +2 +7\\.25 +- +-"));
    assertThat(run("--tenant", "T", "--month", "2026-03", "--write").err())
        .contains("stored 0 changed rows");

    CommandRun json = run("--tenant", "T", "--month", "2026-03", "--json");
    assertThat(json.out()).contains("\"realized_pnl\":\"7.25\"", "\"unrealized_pnl\":null");
    assertThat(run("--tenant", "T", "--month", "2026-04", "--json").out())
        .contains("\"realized_pnl\":null");
  }

  @Test
  void what_cannot_be_done_is_one_sentence() {
    tenant();
    CommandRun month = run("--tenant", "T", "--month", "March");
    assertThat(month.exitCode()).isEqualTo(2);
    assertThat(month.err()).contains("--month must be like 2026-03").hasLineCount(1);
    CommandRun future = run("--tenant", "T", "--month", "2999-01");
    assertThat(future.exitCode()).isEqualTo(2);
    assertThat(future.err()).contains("no day of 2999-01 is over").hasLineCount(1);
    CommandRun nobody = run("--tenant", "nobody", "--month", "2026-03");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.err()).contains("tenant create").hasLineCount(1);
  }
}
