package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.control.TradingState;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** samples/executor.py against the function, killed wherever it can be. */
class SampleExecutorTest {
  private static final int KILLED = 137;
  private static final int CHECKPOINTS = 13;
  private static final int ORDERS = 100;
  private static TestedFunction function;

  @TempDir private Path folder = Path.of("");
  private LedgerDesk desk;

  @BeforeAll
  static void start() {
    function =
        TestedFunction.start(
            "status-sample",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @BeforeEach
  void a_ledger_is_born() {
    desk = desk().open();
  }

  private static LedgerDesk desk() {
    SharedEmulator.clear(People.PROJECT);
    MovableClock clock = new MovableClock(Instant.now().minusSeconds(1));
    return new LedgerDesk(
        new LedgerRoom(Acme.at(SharedEmulator.firestore(), clock.instant()).firestore, clock),
        clock);
  }

  @Test
  void an_order_is_sent_once_and_filled_wherever_its_executor_is_killed() throws Exception {
    for (int point = 1; point <= CHECKPOINTS; point++) {
      a_ledger_is_born();
      desk.entry("n1", "AAPL");
      Path state = Files.createDirectory(folder.resolve("point-" + point));

      assertThat(run(state, point)).as("dies at %d", point).isEqualTo(KILLED);
      assertThat(run(state, 0)).as("goes on after %d", point).isZero();

      Intent filled = desk.intent("n1").intent();
      assertThat(filled.state()).as("after %d", point).isEqualTo(IntentState.FILLED);
      assertThat(filled.filled().quantity().toString()).isEqualTo(quantity(state, "n1"));
      assertThat(orders(state).keySet()).containsExactly("n1");
      assertThat(desk.ledger().intents().all()).isEmpty();
    }
  }

  /** Each death stands at another line and at another order; about eight lines are one order. */
  @Test
  void a_hundred_orders_are_each_sent_once_though_their_executor_is_killed_ten_times()
      throws Exception {
    CapitalConfig wide =
        new CapitalConfig(SizingLimits.DEFAULTS, TimeLimits.DEFAULTS, 500, 500, 500);
    desk = desk().open(wide, "2000000");
    List<String> nonces = IntStream.rangeClosed(101, 100 + ORDERS).mapToObj(n -> "n" + n).toList();
    nonces.forEach(nonce -> desk.entry(nonce, "S" + nonce.substring(1)));

    for (int point : List.of(2, 29, 57, 86, 41, 73, 35, 64, 50, 95)) {
      assertThat(run(folder, point)).as("dies at %d", point).isEqualTo(KILLED);
    }
    assertThat(run(folder, 0)).as("see %s", folder.resolve("executor.log")).isZero();

    JsonObject orders = orders(folder);
    assertThat(orders.keySet()).containsExactlyInAnyOrderElementsOf(nonces);
    for (String nonce : nonces) {
      Intent intent = desk.intent(nonce).intent();
      assertThat(intent.state()).as(nonce).isEqualTo(IntentState.FILLED);
      assertThat(intent.filled().quantity().toString()).isEqualTo(quantity(folder, nonce));
    }
    assertThat(desk.ledger().intents().all()).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("executor.log")))
        .filteredOn(line -> line.startsWith("was sent before"))
        .isEmpty();
  }

  @Test
  void what_was_claimed_and_not_sent_before_a_halt_is_set_free_and_never_sent() throws Exception {
    int freed = 0;
    for (int point = 4; point <= 6; point++) {
      a_ledger_is_born();
      desk.entry("n1", "AAPL");
      Path state = Files.createDirectory(folder.resolve("halt-" + point));
      assertThat(run(state, point)).isEqualTo(KILLED);
      boolean wasClaimed = desk.intent("n1").intent().state() == IntentState.CLAIMED;
      boolean wasSent = Files.exists(state.resolve("broker.json"));

      desk.throwSwitch(TradingState.HALTED);
      assertThat(run(state, 0)).isZero();

      if (wasClaimed && !wasSent) {
        freed++;
        assertThat(desk.intent("n1").intent().state()).isEqualTo(IntentState.RELEASED);
        assertThat(state.resolve("broker.json")).doesNotExist();
      }
    }
    assertThat(freed).isPositive();
  }

  @Test
  void an_order_that_another_executor_has_sent_is_left_alone() throws Exception {
    desk.entry("n1", "AAPL");
    Path late = Files.createDirectory(folder.resolve("late"));
    assertThat(run(late, 4)).as("dies before its claim").isEqualTo(KILLED);
    Path first = Files.createDirectory(folder.resolve("first"));
    assertThat(run(first, 0)).isZero();
    Files.copy(first.resolve("broker.json"), late.resolve("broker.json"));

    assertThat(run(late, 0)).as("see %s", late.resolve("executor.log")).isZero();

    assertThat(late.resolve("orders")).isEmptyDirectory();
    assertThat(desk.intent("n1").intent().state()).isEqualTo(IntentState.FILLED);
  }

  private static JsonObject orders(Path state) throws Exception {
    return JsonParser.parseString(Files.readString(state.resolve("broker.json"))).getAsJsonObject();
  }

  private static String quantity(Path state, String nonce) throws Exception {
    return new BigDecimal(orders(state).getAsJsonObject(nonce).get("quantity").getAsString())
        .stripTrailingZeros()
        .toPlainString();
  }

  private int run(Path state, int dieAt) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-B", "executor.py", "--once"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("..", "..", "samples").toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(state.resolve("executor.log").toFile()));
    String address = function.at("").toString();
    builder
        .environment()
        .putAll(
            Map.of(
                "MAESTRO_STATUS_URL",
                address,
                "MAESTRO_TOKEN",
                People.header("exec-1").orElseThrow().substring("Bearer ".length()),
                "MAESTRO_ACCOUNT",
                "main",
                "MAESTRO_STATE",
                state.toAbsolutePath().toString(),
                "MAESTRO_DIE_AT",
                String.valueOf(dieAt),
                "FAKE_BROKER_FILL_SECONDS",
                "0.1"));
    Process process = builder.start();
    assertThat(process.waitFor(240, TimeUnit.SECONDS))
        .as("ends: %s", state.resolve("executor.log"))
        .isTrue();
    return process.exitValue();
  }
}
