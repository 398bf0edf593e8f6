package dev.maestro.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.AgentWindows.Update;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nudges in any order, repeated and late, against a rebuild from the journal as it stands. */
class AgentWindowsLawTest {
  private static final Set<String> EVERYBODY = Set.of();

  @Test
  void order_repetition_and_delay_of_nudges_do_not_matter() {
    Seeds.forTenTimesAsMany(
        random -> {
          int capacity = random.nextInt(2, 5);
          Set<String> configured = random.nextInt(3) == 0 ? Set.of("A", "B") : EVERYBODY;
          StoredJournal journal = new StoredJournal();
          AgentWindows windows = AgentWindows.empty(capacity);
          Set<String> pending = new TreeSet<>();
          for (int step = 0; step < 40; step++) {
            if (random.nextInt(3) > 0) {
              pending.add(journal.change(random));
            } else if (!pending.isEmpty()) {
              String id = anyOf(pending, random);
              windows = nudge(windows, id, journal, configured);
              if (random.nextBoolean()) {
                pending.remove(id);
              }
            }
          }
          while (!pending.isEmpty()) {
            String id = anyOf(pending, random);
            windows = nudge(windows, id, journal, configured);
            pending.remove(id);
          }
          AgentWindows rebuilt = journal.rebuild(capacity, configured);
          assertThat(windows).isEqualTo(rebuilt);
          assertThat(weigh(windows, capacity)).isEqualTo(weigh(rebuilt, capacity));
        });
  }

  @Test
  void a_nudge_in_time_leaves_the_windows_of_a_rebuild() {
    Seeds.forEach(
        random -> {
          StoredJournal journal = new StoredJournal();
          AgentWindows windows = AgentWindows.empty(2);
          for (int step = 0; step < 40; step++) {
            windows = nudge(windows, journal.change(random), journal, EVERYBODY);
            assertThat(windows).as("step %s", step).isEqualTo(journal.rebuild(2, EVERYBODY));
          }
        });
  }

  @Test
  void a_second_nudge_asks_for_no_write() {
    Seeds.forEach(
        random -> {
          StoredJournal journal = new StoredJournal();
          AgentWindows windows = AgentWindows.empty(3);
          for (int step = 0; step < 30; step++) {
            String id = journal.change(random);
            windows = nudge(windows, id, journal, EVERYBODY);
            Update again = windows.apply(id, journal.now(id), EVERYBODY);
            assertThat(again.isChanged()).as("step %s", step).isFalse();
            assertThat(again.agentsToRebuild()).as("step %s", step).isEmpty();
            assertThat(again.windows()).as("step %s", step).isEqualTo(windows);
          }
        });
  }

  @Test
  void a_nudge_is_a_change_exactly_if_the_state_is_another() {
    Seeds.forEach(
        random -> {
          StoredJournal journal = new StoredJournal();
          AgentWindows windows = AgentWindows.empty(30);
          for (int step = 0; step < 30; step++) {
            String id = journal.change(random);
            Update update = windows.apply(id, journal.now(id), EVERYBODY);
            assertThat(update.isChanged())
                .as("step %s", step)
                .isEqualTo(!update.windows().equals(windows));
            windows = update.windows();
          }
        });
  }

  /** What the trigger does with one nudge, the rebuilds included. */
  private static AgentWindows nudge(
      AgentWindows windows, String id, StoredJournal journal, Set<String> configured) {
    Update update = windows.apply(id, journal.now(id), configured);
    AgentWindows next = update.windows();
    for (String agent : update.agentsToRebuild()) {
      next = next.withRebuilt(Map.of(agent, journal.rebuild(agent, windows.capacity())));
    }
    return next;
  }

  private static Object weigh(AgentWindows windows, int capacity) {
    WeightsConfig config = WeightsConfig.of(Fields.of("", Map.of("lookback_trades", capacity)));
    return WeightsEngine.weigh(windows.byAgent(), config);
  }

  private static String anyOf(Set<String> ids, SplittableRandom random) {
    List<String> list = new ArrayList<>(ids);
    return list.get(random.nextInt(list.size()));
  }
}
