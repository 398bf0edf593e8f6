package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.route.Access;
import dev.maestro.functions.status.route.Route;
import dev.maestro.functions.status.route.Routes;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every route, and everybody who might take it: one table, every cell asked. */
class RouteRolesTest {
  /** What callers get who prove no membership, at every route that is not open. */
  private static final Map<String, Integer> STRANGERS =
      Map.of(
          "nobody", 401,
          "basic", 401,
          "garbage", 401,
          "expired", 401,
          "signed by a stranger", 401,
          "of another project", 401,
          "stranger", 403,
          "forged claim", 403,
          "broken membership", 403,
          "service", 403);

  /** What a member of any role gets with a token that is no good, at every route not open. */
  private static final Map<String, Integer> BAD_TOKENS =
      Map.of(
          "none", 401,
          "malformed", 401,
          "expired", 401,
          "of another project", 401,
          "signed by a stranger", 401,
          "of another tenant", 403);

  /** A row: a request, and the status of its answer for each role. */
  private record Row(String method, String path, List<Integer> statuses) {
    static Row of(String line) {
      String[] parts = line.split(" +", -1);
      List<Integer> statuses = Arrays.stream(parts).skip(2).map(Integer::valueOf).toList();
      return new Row(parts[0], parts[1], statuses);
    }
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/roles.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void every_cell_of_token_role_and_route_is_as_the_table_says() throws Exception {
    SharedEmulator.clear(People.PROJECT);
    AcmePast.of(Acme.at(SharedEmulator.firestore(), Instant.now()), Instant.now());
    List<String> roles = Arrays.asList(lines().get(0).split(" +", -1)).subList(1, 7);
    List<Row> rows = lines().stream().skip(1).map(Row::of).toList();
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    try (TestedFunction function =
        TestedFunction.start(
            "status-roles",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()))) {
      for (Row row : rows) {
        for (int i = 0; i < roles.size(); i++) {
          cells++;
          wrong.addAll(fault(function, row, roles.get(i), row.statuses().get(i)));
        }
        for (Map.Entry<String, Integer> stranger : STRANGERS.entrySet()) {
          cells++;
          int expected = isOpen(row) ? row.statuses().get(0) : stranger.getValue();
          wrong.addAll(fault(function, row, stranger.getKey(), expected));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(roles)
        .containsExactlyInAnyOrderElementsOf(Stream.of(Role.values()).map(Role::word).toList());
    assertThat(cells).isEqualTo(rows.size() * (Role.values().length + STRANGERS.size()));
  }

  @Test
  void no_role_takes_a_route_with_a_token_that_is_no_good() throws Exception {
    SharedEmulator.clear(People.PROJECT);
    Acme.at(SharedEmulator.firestore(), Instant.now());
    List<Row> rows = lines().stream().skip(1).map(Row::of).toList();
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    try (TestedFunction function =
        TestedFunction.start(
            "status-tokens",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()))) {
      for (Row row : rows) {
        for (Map.Entry<String, Integer> token : BAD_TOKENS.entrySet()) {
          for (Role role : Role.values()) {
            cells++;
            int expected = isOpen(row) ? row.statuses().get(0) : token.getValue();
            var header = People.header(token.getKey(), role);
            int status = Requests.send(function, row.method(), row.path(), header).statusCode();
            if (status != expected) {
              wrong.add(row + " " + token.getKey() + " " + role + ": " + status);
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isEqualTo(rows.size() * BAD_TOKENS.size() * Role.values().length);
  }

  @Test
  void every_route_has_a_row_and_its_roles_are_those_that_are_not_refused() throws Exception {
    Set<Route> asked = new LinkedHashSet<>();
    List<String> roles = Arrays.asList(lines().get(0).split(" +", -1)).subList(1, 7);
    for (Row row : lines().stream().skip(1).map(Row::of).toList()) {
      Route route = TestedTable.ROUTES.of(row.method(), row.path()).route();
      asked.add(route);
      for (int i = 0; i < roles.size(); i++) {
        Role role = Role.of(roles.get(i)).orElseThrow();
        assertThat(row.statuses().get(i) != 403)
            .as(row + " as " + role)
            .isEqualTo(isFor(route, role));
      }
    }
    assertThat(asked).containsExactlyElementsOf(TestedTable.ROUTES.all());
  }

  private static boolean isFor(Route route, Role role) {
    return !(route.access() instanceof Access.Members members) || members.roles().contains(role);
  }

  private static boolean isOpen(Row row) throws Exception {
    Routes.Match match = TestedTable.ROUTES.of(row.method(), row.path());
    return match.route().access() instanceof Access.Open;
  }

  private static List<String> fault(TestedFunction function, Row row, String caller, int expected) {
    int status = Requests.send(function, row.method(), row.path(), caller).statusCode();
    return status == expected
        ? List.of()
        : List.of(row.method() + " " + row.path() + " as " + caller + ": " + status);
  }
}
