package dev.maestro.firestore.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.maestro.emulator.Emulator;
import dev.maestro.firestore.rules.FirestoreRest.Answer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirestoreRulesTest {
  private static final String PROJECT = "demo-rules";
  private static final String LOG = "systemStatus/orchestration_logs/logs/record-1";
  private static final String EXISTS =
      "exists(/databases/$(database)/documents/tenants/$(claimedTenant())/users/$(request.auth.uid))";

  private final AccessTable table = AccessTable.read();
  private final List<RulesCaller> callers = RulesCaller.all(PROJECT);
  private Emulator emulator;
  private FirestoreRest firestore;

  @BeforeAll
  void startEmulator() {
    emulator =
        Emulator.firestore(
            Emulator.FirestoreOptions.on(Path.of("target", "emulators", "rules"))
                .withRules(Root.file("firestore.rules")));
    firestore = new FirestoreRest(emulator.host(), PROJECT);
  }

  @AfterAll
  void stopEmulator() {
    emulator.close();
  }

  @Test
  void every_cell_of_the_table_holds() {
    assertThat(table.callers()).isEqualTo(callers.stream().map(RulesCaller::name).toList());
    assertThat(table.rows()).hasSize(table.paths().size() * Operation.values().length);
    assertThat(table.cells()).isGreaterThanOrEqualTo(4080);
    assertThat(new AccessCheck(firestore, table, callers).wrongCells())
        .as("wrong ones of %d cells", table.cells())
        .isEmpty();
  }

  @Test
  void a_claim_that_is_no_plain_tenant_opens_nothing() {
    seed();
    Map<String, Object> claims = new HashMap<>();
    claims.put("null", null);
    claims.putAll(
        Map.of("empty", "", "number", 7, "list", List.of("acme"), "map", Map.of("acme", "acme")));
    claims.putAll(
        Map.of("path", "acme/users/vera/x", "case", "ACME", "space", "acme ", "up", "../acme"));
    claims.forEach(
        (kind, claim) -> {
          Map<String, Object> token = new HashMap<>();
          token.put("tenant_id", claim);
          RulesCaller vera = RulesCaller.signedIn(kind, "vera", PROJECT, token);
          for (Operation read : List.of(Operation.GET, Operation.LIST, Operation.LIST_TENANT)) {
            for (String path : List.of("tenants/acme/signals/alpha", LOG)) {
              assertThat(firestore.attempt(read, path, vera)).as(kind).matches(Answer::isDenied);
            }
          }
        });
  }

  @Test
  void a_member_lists_the_log_entries_of_the_own_tenant_and_no_others() {
    seed();
    String own = LOG.replace("record-1", "record-2");
    firestore.put(own, Map.of("tenant_id", "globex"));
    RulesCaller other = callers.get(table.callers().indexOf("other"));

    Answer listed = firestore.query(LOG, false, Map.of("tenant_id", "globex"), other);

    assertThat(listed.shows(own)).isTrue();
    assertThat(listed.shows(LOG)).isFalse();
    firestore.remove(own);
  }

  @Test
  void a_user_reads_the_own_log_of_weights_in_whatever_tenant_it_stands() {
    seed();
    RulesCaller sam = callers.get(table.callers().indexOf("stranger"));
    RulesCaller viewer = callers.get(table.callers().indexOf("viewer"));
    String own = "systemStatus/weights_logs/logs/sam_000000000001";
    firestore.put(own, Map.of("tenant_id", "globex", "uid", "sam"));

    assertThat(firestore.attempt(Operation.GET, own, sam).shows(own)).isTrue();
    assertThat(firestore.query(own, false, Map.of("uid", "sam"), sam).shows(own)).isTrue();
    assertThat(firestore.attempt(Operation.LIST, own, sam).isDenied()).isTrue();
    assertThat(firestore.attempt(Operation.GET, own, viewer).isDenied()).isTrue();
    assertThat(firestore.query(own, false, Map.of("uid", "sam"), viewer).isDenied()).isTrue();
    firestore.remove(own);
  }

  @Test
  void a_document_that_is_not_there_is_missing_to_a_reader_and_denied_to_others() {
    seed();
    RulesCaller viewer = callers.get(table.callers().indexOf("viewer"));
    RulesCaller stranger = callers.get(table.callers().indexOf("stranger"));
    String signal = "tenants/acme/signals/none";

    assertThat(firestore.attempt(Operation.GET, signal, viewer).status()).isEqualTo(404);
    assertThat(firestore.attempt(Operation.GET, signal, stranger).isDenied()).isTrue();
    assertThat(firestore.attempt(Operation.GET, "users/sam/maestro/weights", stranger).status())
        .isEqualTo(404);
    assertThat(firestore.attempt(Operation.GET, "users/sam/maestro/weights", viewer).isDenied())
        .isTrue();
  }

  /** Each is a mistake somebody could make in the rules; the table must notice it. */
  static Stream<Arguments> mistakes() {
    String end = "\n  }\n}\n";
    String signals = "match /tenants/{tenant}/signals/{strategy} {\n      allow read";
    return Stream.of(
        arguments("all may be read by who is signed in", end, everything("signedIn()")),
        arguments("all may be read", end, everything("true")),
        arguments("no membership document", EXISTS, "true"),
        arguments("no claim", "tenant == claimedTenant()", "true"),
        arguments("the uid alone", "token.get('tenant_id', request.auth.uid)", "uid"),
        arguments(
            "a claim must be there", "token.get('tenant_id', request.auth.uid)", "token.tenant_id"),
        arguments("members write", signals, signals + ", write"),
        arguments("members delete", signals, signals + ", delete"),
        arguments(
            "signals for who is signed in",
            signals + ": if isMember(tenant)",
            signals + ": if signedIn()"),
        arguments("logs of all tenants", "isMember(resource.data.tenant_id);", "signedIn();"),
        arguments("members get, but do not list", signals, signals.replace("read", "get")),
        arguments(
            "members read the hashes of tokens",
            "match /tenants/{tenant}/paper/{account} {",
            "match /tenants/{tenant}/ledger/{account} { allow read: if isMember(tenant); }\n"
                + "    match /tenants/{tenant}/paper/{account} {"),
        arguments("system documents by wildcard", "/systemStatus/control", "/systemStatus/{any}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_in_the_rules_is_seen(String name, String right, String wrong) {
    String rules = Root.text("firestore.rules");
    assertThat(rules).contains(right);
    FirestoreRest broken = new FirestoreRest(emulator.host(), PROJECT + "-broken");
    broken.load(rules.replace(right, wrong));
    AccessTable part =
        table.only(
            Set.of(
                "tenants/acme/signals/alpha",
                "tenants/acme/ledger/main",
                LOG,
                "systemStatus/unnamed"));
    assertThat(new AccessCheck(broken, part, RulesCaller.all(PROJECT + "-broken")).wrongCells())
        .as(name)
        .isNotEmpty();
  }

  private void seed() {
    new AccessCheck(firestore, table, callers).seed();
  }

  private static String everything(String condition) {
    return "\n    match /{document=**} { allow read: if " + condition + "; }\n  }\n}\n";
  }
}
