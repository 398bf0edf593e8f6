package dev.maestro.functions.status.route;

import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Who may take a route, and who answers then. */
public sealed interface Access {
  /** Anybody: the handler itself looks at what the request proves, if it has to. */
  record Open(OpenHandler handler) implements Access {}

  /** Members of these roles, people and service accounts alike. */
  record Members(Set<Role> roles, MemberHandler handler) implements Access {
    /** Keeps its own set. */
    public Members {
      roles = Set.copyOf(roles);
    }

    /** The words of the roles, sorted. */
    public List<String> roleWords() {
      return roles.stream().map(Role::word).sorted().toList();
    }
  }

  /** Answers anybody. */
  @FunctionalInterface
  interface OpenHandler {
    /**
     * The answer.
     *
     * @throws Problem if there is none
     * @throws RefusedInputException if a field cannot be taken
     * @throws IOException if the caller is gone
     */
    Answer answer(Visit visit) throws Problem, RefusedInputException, IOException;
  }

  /** Answers a member whose role may take the route. */
  @FunctionalInterface
  interface MemberHandler {
    /**
     * The answer.
     *
     * @throws Problem if there is none
     * @throws RefusedInputException if a field cannot be taken
     * @throws IOException if the caller is gone
     */
    Answer answer(MemberCall call) throws Problem, RefusedInputException, IOException;
  }
}
