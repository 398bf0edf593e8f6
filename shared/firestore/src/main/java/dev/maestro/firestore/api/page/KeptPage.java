package dev.maestro.firestore.api.page;

import dev.maestro.engine.form.Written;
import dev.maestro.engine.port.RefusedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A page of a list that one document holds. */
public final class KeptPage {
  private KeptPage() {}

  /**
   * The page, as it is answered: entries under the name of the list, and {@code next}.
   *
   * @param entries all of them by id
   * @throws RefusedInputException for a limit or a cursor that cannot be one
   */
  public static Written of(String list, SortedMap<String, Written> entries, PageRequest request)
      throws RefusedInputException {
    int size = request.size();
    Optional<String> after = request.after(list);
    List<String> ids =
        entries.keySet().stream()
            .filter(id -> after.filter(last -> id.compareTo(last) <= 0).isEmpty())
            .toList();
    List<Written> shown = new ArrayList<>();
    ids.stream().limit(size).forEach(id -> shown.add(entries.getOrDefault(id, Written.NOTHING)));
    Optional<String> next =
        ids.size() > size ? Optional.of(request.next(list, ids.get(size - 1))) : Optional.empty();
    return Written.of(list, shown).with("next", next);
  }
}
