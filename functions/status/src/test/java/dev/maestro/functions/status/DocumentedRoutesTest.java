package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.functions.status.route.Access;
import dev.maestro.functions.status.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of routes and roles in docs/api.md is that of the code. */
class DocumentedRoutesTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final List<String> ANYBODY = List.of("anybody");

  @Test
  void every_route_stands_in_the_table_of_the_docs_with_the_roles_that_may_take_it()
      throws IOException {
    Map<String, List<String>> routes = new TreeMap<>();
    for (Route route : TestedTable.ROUTES.all()) {
      routes.put(
          route.name(),
          route.access() instanceof Access.Members members ? members.roleWords() : ANYBODY);
    }
    assertThat(documented()).isEqualTo(routes);
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> documented = new TreeMap<>();
    List<String> roles = List.of();
    for (String line : Files.readAllLines(Path.of("..", "..", "docs", "api.md"))) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (line.startsWith("| route |")) {
        roles = cells.subList(2, cells.size() - 1);
      } else if (!roles.isEmpty() && line.startsWith("| `")) {
        for (String name : names(cells.get(1))) {
          documented.put(name, allowed(cells.subList(2, cells.size() - 1), roles));
        }
      } else if (!line.startsWith("|")) {
        roles = List.of();
      }
    }
    return documented;
  }

  private static List<String> allowed(List<String> cells, List<String> roles) {
    if (cells.get(0).contains("anybody")) {
      return ANYBODY;
    }
    List<String> allowed = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        allowed.add(roles.get(i));
      }
    }
    return allowed.stream().sorted().toList();
  }

  /** What has no method has that of the route before, and begins where its first two parts end. */
  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    String before = "";
    for (Matcher quoted = QUOTED.matcher(cell); quoted.find(); ) {
      String name = quoted.group(1);
      if (name.contains(" ")) {
        before = name.replaceFirst("^([A-Z]+ /[^/]+/[^/]+/).*", "$1");
      } else {
        name = before + name;
      }
      names.add(name);
    }
    return names;
  }
}
