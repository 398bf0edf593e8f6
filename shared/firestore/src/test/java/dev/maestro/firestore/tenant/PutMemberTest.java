package dev.maestro.firestore.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.EmulatedStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PutMemberTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final Instant FIRST = Instant.parse("2026-01-31T16:00:00Z");
  private static final Instant NOW = Instant.parse("2026-02-01T16:00:00Z");

  private final EmulatedStore store = EmulatedStore.empty("demo-put-member");
  private final MemberStore members = new MemberStore(store.firestore());
  private final PutMember puts =
      new PutMember(
          store.firestore(),
          (uid, tenant, now) -> {
            if (uid.value().equals("foreign")) {
              throw new IllegalStateException("foreign");
            }
          });

  private static Member member(String uid, Role role, Instant at) {
    return new Member(new Uid(uid), role, List.of(), Optional.of(at));
  }

  private PutMember.Outcome put(String uid, Role role) {
    return puts.put(ACME, member(uid, role, NOW), NOW);
  }

  @Test
  void a_member_keeps_the_time_at_which_it_was_added() {
    members.put(ACME, member("ann", Role.ADMIN, FIRST));
    members.put(ACME, member("bob", Role.VIEWER, FIRST));

    assertThat(put("bob", Role.OPERATOR)).isEqualTo(PutMember.Outcome.STORED);
    assertThat(put("bob", Role.OPERATOR)).isEqualTo(PutMember.Outcome.UNCHANGED);
    assertThat(put("cyd", Role.FEEDER)).isEqualTo(PutMember.Outcome.STORED);
    assertThat(members.list(ACME).members())
        .containsExactly(
            member("ann", Role.ADMIN, FIRST),
            member("bob", Role.OPERATOR, FIRST),
            member("cyd", Role.FEEDER, NOW));
  }

  @Test
  void a_stranger_of_somebody_else_is_refused_and_a_member_is_not_asked_about() {
    assertThatThrownBy(() -> put("foreign", Role.VIEWER)).hasMessage("foreign");
    assertThat(members.list(ACME).members()).isEmpty();
    members.put(ACME, member("foreign", Role.VIEWER, FIRST));
    assertThat(put("foreign", Role.OPERATOR)).isEqualTo(PutMember.Outcome.STORED);
  }

  @Test
  void a_membership_that_cannot_be_read_makes_no_admin() {
    members.put(ACME, member("ann", Role.ADMIN, FIRST));
    store.write("tenants/acme/users/bob", Map.of("role", "admin", "strategies", "all"));

    assertThat(put("ann", Role.VIEWER)).isEqualTo(PutMember.Outcome.LAST_ADMIN);
    assertThat(members.list(ACME).members()).containsExactly(member("ann", Role.ADMIN, FIRST));
  }

  @Test
  void of_admins_who_all_step_down_at_once_one_stays() throws Exception {
    List<String> admins = List.of("ann", "bob", "cyd");
    admins.forEach(uid -> members.put(ACME, member(uid, Role.ADMIN, FIRST)));
    List<Callable<PutMember.Outcome>> calls = new ArrayList<>();
    admins.forEach(uid -> calls.add(() -> put(uid, Role.VIEWER)));
    ExecutorService senders = Executors.newFixedThreadPool(calls.size());
    List<PutMember.Outcome> outcomes = new ArrayList<>();
    for (Future<PutMember.Outcome> call : senders.invokeAll(calls)) {
      outcomes.add(call.get());
    }
    senders.shutdown();

    assertThat(outcomes)
        .containsExactlyInAnyOrder(
            PutMember.Outcome.STORED, PutMember.Outcome.STORED, PutMember.Outcome.LAST_ADMIN);
    assertThat(members.list(ACME).members()).filteredOn(one -> one.role() == Role.ADMIN).hasSize(1);
  }
}
