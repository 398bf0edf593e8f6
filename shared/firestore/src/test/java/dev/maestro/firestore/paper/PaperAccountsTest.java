package dev.maestro.firestore.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperAccountsTest {
  private static final TenantId ACME = new TenantId("acme");
  private final EmulatedStore store = EmulatedStore.empty("demo-paper-accounts");
  private final PaperAccounts accounts = new PaperAccounts(store.firestore());

  private void tenant(String id, boolean isActive, Map<String, String> executors) {
    TenantId tenant = new TenantId(id);
    store.write(Paths.tenant(tenant), Map.of("active", isActive));
    executors.forEach(
        (account, executor) ->
            store.write(Paths.of(tenant, "accounts/" + account), Map.of("executor", executor)));
  }

  @Test
  void of_a_hundred_tenants_a_minute_reads_the_accounts_on_paper_and_their_tenants_alone() {
    tenant("acme", true, Map.of("main", "paper", "test", "paper", "real", "bot"));
    tenant("gone", false, Map.of("main", "paper"));
    for (int i = 0; i < 98; i++) {
      tenant("t" + i, true, Map.of("main", "bot"));
    }
    IoMeter.Count before = store.meter().count();
    assertThat(accounts.ofActiveTenants())
        .isEqualTo(Map.of(ACME, List.of(new AccountId("main"), new AccountId("test"))));
    assertThat(store.meter().count().since(before)).isEqualTo(new IoMeter.Count(3 + 2, 0, 2));
  }

  @Test
  void a_tenant_of_whom_nothing_says_that_it_is_active_and_an_account_elsewhere_are_left_out() {
    store.write(Paths.of(ACME, "accounts/main"), Map.of("executor", "paper"));
    store.write("users/ada/accounts/main", Map.of("executor", "paper"));
    assertThat(accounts.ofActiveTenants()).isEmpty();
  }
}
