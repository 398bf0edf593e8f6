package dev.maestro.firestore.cycle;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Documents of one tenant; one that cannot be read is empty, and a fault. */
final class TolerantReads {
  private final TenantId tenantId;
  private final StoredSet stored;
  private final List<Situation.Fault> faults = new ArrayList<>();

  TolerantReads(TenantId tenantId, StoredSet stored) {
    this.tenantId = tenantId;
    this.stored = stored;
  }

  List<Situation.Fault> faults() {
    return faults;
  }

  void fault(AlertCode code, String message) {
    faults.add(new Situation.Fault(code, message));
  }

  /** The path of a document below the tenant. */
  String path(String rest) {
    return Paths.of(tenantId, rest);
  }

  /** The fields of a document; empty if it does not exist. */
  Optional<Fields> fields(String path) {
    return stored.fields(path);
  }

  boolean isThere(String path) {
    return stored.fields(path).isPresent();
  }

  /** A document that may be missing. */
  <T> Optional<T> read(String path, AlertCode code, Form<T> form) {
    return read(path, code, form::read);
  }

  /** Part of a document that may be missing. */
  <T> Optional<T> read(String path, AlertCode code, Function<Fields, T> reader) {
    try {
      return stored.fields(path).map(reader);
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      fault(code, path + " cannot be used: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  /** A document that must be there: one that is missing is lost. */
  <T> Optional<T> require(String path, AlertCode code, Form<T> form) {
    return require(path, code, form::read);
  }

  /** Part of a document that must be there. */
  <T> Optional<T> require(String path, AlertCode code, Function<Fields, T> reader) {
    if (!isThere(path)) {
      fault(code, path + " is missing, which counts as the tightest that it could say");
    }
    return read(path, code, reader);
  }
}
