package dev.maestro.engine.capital.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.command.CommandCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomScheduleTest {
  private static final int COMMANDS = 80;
  private static final int SAMPLE = 120;

  @Test
  void every_invariant_holds_after_every_command_of_any_schedule() {
    Seeds.forEach(random -> new RandomSchedule(random).run(COMMANDS));
  }

  @Test
  void schedules_reach_what_can_go_wrong() {
    Set<CommandCode> codes = EnumSet.noneOf(CommandCode.class);
    Set<AlertCode> alerts = EnumSet.noneOf(AlertCode.class);
    int withLots = 0;
    int withTrades = 0;
    for (long seed = 1; seed <= SAMPLE; seed++) {
      LedgerStage stage = new RandomSchedule(new SplittableRandom(seed)).run(COMMANDS);
      codes.addAll(stage.codes());
      alerts.addAll(stage.alerts());
      withLots += stage.ledger().book().lots().size() > 0 ? 1 : 0;
      withTrades += stage.trades().isEmpty() ? 0 : 1;
    }
    assertThat(codes)
        .contains(
            CommandCode.GRANTED,
            CommandCode.LATE_FILL,
            CommandCode.OVERFILL,
            CommandCode.RECORDED,
            CommandCode.FENCED,
            CommandCode.DRIFT,
            CommandCode.EXPIRED,
            CommandCode.ALREADY_CLAIMED,
            CommandCode.WRONG_TOKEN);
    assertThat(alerts)
        .contains(AlertCode.LEDGER_DRIFT, AlertCode.REPORT_OVERDUE, AlertCode.CLOCK_SKEW)
        .doesNotContain(AlertCode.UNBOOKED_FEES);
    assertThat(withLots).isGreaterThan(SAMPLE / 12);
    assertThat(withTrades).isGreaterThan(SAMPLE / 3);
  }
}
