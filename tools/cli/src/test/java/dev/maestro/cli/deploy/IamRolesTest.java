package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every role that is granted or documented is one that Google's list of roles has. */
class IamRolesTest {
  private static final Pattern ROLE = Pattern.compile("roles/[A-Za-z]+(\\.[A-Za-z]+)+");

  @Test
  void every_role_stands_in_the_list_of_those_that_there_are_and_none_is_left_over() {
    Set<String> used = new TreeSet<>(roles(Tree.text("docs/operations.md")));
    used.addAll(roles(Tree.text("docs/security.md")));
    for (Path file : Tree.list("tools/deploy")) {
      if (file.toString().endsWith(".sh")) {
        used.addAll(roles(Tree.text("tools/deploy/" + file.getFileName())));
      }
    }
    assertThat(used).hasSizeGreaterThan(20);
    assertThat(
            Tree.text("tools/deploy/roles.txt")
                .lines()
                .filter(line -> line.startsWith("roles/"))
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toSet()))
        .isEqualTo(used);
  }

  private static Set<String> roles(String text) {
    return ROLE.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
  }
}
