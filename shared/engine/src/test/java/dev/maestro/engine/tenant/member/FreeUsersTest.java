package dev.maestro.engine.tenant.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreeUsersTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId GLOBEX = new TenantId("globex");
  private static final Uid SAM = new Uid("sam");

  private final List<String> alerts = new ArrayList<>();

  /** Where Sam is a member of those tenants alone. */
  private TenantUsers users(TenantId... of) {
    return new TenantUsers(
        (tenant, uid) -> List.of(of).contains(tenant) ? Membership.MEMBER : Membership.STRANGER,
        (tenant, code, message, now) -> alerts.add(tenant + " " + code));
  }

  private void take(TenantUsers users, boolean isWeighed, TenantId... weighedFor) {
    users.requireFree(SAM, ACME, isWeighed, Stream.of(weighedFor).findFirst(), Instant.EPOCH);
  }

  @Test
  void whom_nobody_weighs_may_be_taken_in() {
    assertThatCode(() -> take(users(), false)).doesNotThrowAnyException();
    assertThatCode(() -> take(users(), true, ACME)).doesNotThrowAnyException();
    assertThat(alerts).isEmpty();
  }

  @Test
  void whom_another_tenant_weighs_stays_there_until_it_has_left() {
    assertThatThrownBy(() -> take(users(GLOBEX), true, GLOBEX))
        .isInstanceOf(ForeignUserException.class)
        .hasMessageNotContaining("globex");
    assertThat(alerts).containsExactly("acme FOREIGN_USER");
    assertThatCode(() -> take(users(), true, GLOBEX)).doesNotThrowAnyException();
  }

  @Test
  void who_trades_for_himself_is_not_for_an_admin_to_take() {
    assertThatThrownBy(() -> take(users(), true)).isInstanceOf(ForeignUserException.class);
    assertThatThrownBy(() -> take(users(), true, new TenantId("sam")))
        .isInstanceOf(ForeignUserException.class);
  }
}
