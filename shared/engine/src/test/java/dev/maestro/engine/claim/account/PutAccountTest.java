package dev.maestro.engine.claim.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.body.AccountBody;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PutAccountTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  /** A store whose account stands so, and that loses so many races. */
  private static final class Shown implements AccountsPort {
    private record Version() implements StoreVersion {}

    private final List<Written> written = new ArrayList<>();
    private Optional<Instant> asOf = Optional.empty();
    private Optional<String> executor = Optional.empty();
    private int lostRaces;

    @Override
    public StandingAccount find(TenantId tenant, AccountId account) {
      return new StandingAccount(executor.isPresent(), executor, asOf, new Version());
    }

    @Override
    public boolean replace(
        TenantId tenant, AccountId account, Written fields, StoreVersion before) {
      if (lostRaces > 0) {
        lostRaces--;
        return false;
      }
      return written.add(fields);
    }
  }

  private final Shown shown = new Shown();
  private final List<Object> commands = new ArrayList<>();

  private LedgerAnswer put(CommandCode code, String asOf, boolean mayNameExecutor)
      throws RefusedInputException {
    LedgerPort ledgers =
        (tenant, account, command) -> {
          commands.add(command);
          return new LedgerAnswer(CommandAnswer.of(code), Optional.empty());
        };
    AccountReport report =
        AccountBody.report(
            Fields.of(
                "", Map.of("equity", "10", "buying_power", "5", "as_of", asOf, "executor", "bot")));
    return new PutAccount(shown, ledgers).put(TENANT, AccountId.MAIN, report, mayNameExecutor, NOW);
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandCode.class,
      names = {"STALE", "FROM_FUTURE", "INVALID_SNAPSHOT"})
  void what_the_ledger_does_not_accept_is_not_shown(CommandCode code) throws Exception {
    assertThat(put(code, "2026-03-02T14:59:00Z", false).code()).isEqualTo(code);
    assertThat(shown.written).isEmpty();
  }

  @Test
  void what_is_shown_is_never_of_a_time_to_come() throws Exception {
    put(CommandCode.ACCEPTED, "2026-03-02T15:00:03Z", false);
    assertThat(shown.written.get(0).get("as_of")).contains(NOW);
    assertThat(shown.written.get(0).get("executor")).contains("bot");
  }

  @Test
  void a_newer_account_that_is_shown_already_stands_also_where_no_ledger_knows() throws Exception {
    shown.asOf = Optional.of(NOW);
    assertThat(put(CommandCode.ACCEPTED, "2026-03-02T15:00:00Z", false).code())
        .isEqualTo(CommandCode.STALE);
    assertThat(shown.written).isEmpty();
  }

  @Test
  void who_loses_a_race_looks_again_and_not_for_ever() throws Exception {
    shown.lostRaces = 3;
    put(CommandCode.ACCEPTED, "2026-03-02T14:59:00Z", false);
    assertThat(shown.written).hasSize(1);
    shown.lostRaces = 1_000;
    assertThatThrownBy(() -> put(CommandCode.ACCEPTED, "2026-03-02T14:59:30Z", false))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void who_may_not_name_another_executor_has_told_the_ledger_nothing() throws Exception {
    shown.executor = Optional.of("alice");
    assertThatThrownBy(() -> put(CommandCode.ACCEPTED, "2026-03-02T14:59:00Z", false))
        .isInstanceOf(RefusedInputException.class)
        .hasMessageContaining("must stay alice");
    assertThat(commands).isEmpty();
    put(CommandCode.ACCEPTED, "2026-03-02T14:59:00Z", true);
    assertThat(shown.written).hasSize(1);
  }
}
