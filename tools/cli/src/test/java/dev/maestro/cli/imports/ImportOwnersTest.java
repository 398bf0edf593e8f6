package dev.maestro.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bots with the same ids: neither hides the losses of the other. */
class ImportOwnersTest {
  private static final Path CASES = Path.of("src/test/resources/journals/15-multi-bot-ids");
  private static final String JOURNAL = "users/ann/tradeJournal";

  private final EmulatedProject project = EmulatedProject.empty("demo-cli-import-owners");

  @BeforeEach
  void create() {
    project.run("tenant", "create", "--tenant", "alpha", "--name", "Alpha", "--owner", "ann");
  }

  private CommandRun load(String file, String... options) {
    String[] start = {
      "import", "--tenant", "alpha", "--user", "ann", "--journal", CASES.resolve(file).toString()
    };
    String[] arguments = new String[start.length + options.length];
    System.arraycopy(start, 0, arguments, 0, start.length);
    System.arraycopy(options, 0, arguments, start.length, options.length);
    return project.run(arguments);
  }

  private List<Map<String, Object>> stored() {
    return project.documents(JOURNAL).stream().map(DocumentSnapshot::getData).toList();
  }

  @Test
  void the_same_ids_under_another_agent_write_nothing_and_it_is_said() {
    String[] bare = {"--map", "trade_id=trade_id"};
    assertThat(load("bad-bot.csv", bare).exitCode()).isZero();
    List<Map<String, Object>> before = stored();

    CommandRun run = load("good-bot.csv", bare);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("is of good-bot in BTC/USDT here and of bad-bot in ETH/USDT")
        .contains("nothing was imported", "--id-prefix");
    assertThat(stored()).hasSize(5).isEqualTo(before);
  }

  @Test
  void one_file_of_two_agents_with_the_same_ids_writes_nothing() {
    CommandRun run = load("trades2.csv", "--map", "trade_id=trade_id");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("'1' to another agent or symbol in line 7 than in line 2");
    assertThat(stored()).isEmpty();
  }

  @Test
  void a_format_whose_ids_are_each_bots_own_keeps_both() {
    assertThat(load("bad-bot.csv").exitCode()).isZero();
    assertThat(load("good-bot.csv").exitCode()).isZero();
    assertThat(stored()).hasSize(8);
  }

  @Test
  void a_prefix_keeps_both_and_the_row_stands_beside_the_trade() {
    assertThat(load("bad-bot.csv", "--map", "trade_id=trade_id").exitCode()).isZero();
    CommandRun run = load("good-bot.csv", "--map", "trade_id=trade_id", "--id-prefix", "good:");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(stored()).hasSize(8);
    DocumentSnapshot trade = project.document(JOURNAL + "/good:1");
    assertThat(trade.get("source_row"))
        .isEqualTo("good-bot,1,BTC/USDT,2025-03-01T10:00:00+00:00,50,50000,0.02,False");
    assertThat(trade.get("source_hash")).asString().hasSize(64);
  }
}
