package dev.maestro.firestore.api.page;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who asks for which page.
 *
 * @param limit text of 1..200; empty: 50
 * @param before {@code next} of the page before; empty: the first page
 * @param now when it is asked for
 */
public record PageRequest(
    TenantId tenant, Optional<String> limit, Optional<String> before, Instant now) {
  /** The first page of the usual size. */
  public static PageRequest first(TenantId tenant, Instant now) {
    return new PageRequest(tenant, Optional.empty(), Optional.empty(), now);
  }

  /**
   * How many entries it has.
   *
   * @throws RefusedInputException for anything but 1..200
   */
  int size() throws RefusedInputException {
    return PageLimit.of(limit);
  }

  /**
   * The id of the entry that it begins after; empty: it is the first.
   *
   * @param list that is asked for
   * @throws RefusedInputException if it is no cursor of this list of this tenant
   */
  Optional<String> after(String list) throws RefusedInputException {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> id = PageCursor.id(place(list), before.get());
    if (id.isEmpty()) {
      throw foreign();
    }
    return id;
  }

  /** The cursor of the page after this one. */
  String next(String list, String lastId) {
    return PageCursor.after(place(list), lastId);
  }

  static RefusedInputException foreign() {
    return new RefusedInputException(
        "before", "before must be the 'next' of an earlier page of this list");
  }

  private String place(String list) {
    return tenant + " " + list;
  }
}
