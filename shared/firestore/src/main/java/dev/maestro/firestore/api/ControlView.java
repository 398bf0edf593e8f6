package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.store.Paths;
import java.time.Instant;
import java.util.Optional;

/**
 * The kill switches that hold for a tenant: its own and that of all tenants, and what both say
 * together. One that cannot be read, and a tenant's that is missing, is REDUCING.
 */
public final class ControlView {
  private static final View<TradingControl> SWITCH =
      View.<TradingControl>empty()
          .with("state", TradingControl::state)
          .with("reason", control -> given(control.reason()))
          .with("by", control -> given(control.by()))
          .with("at", control -> Optional.of(control.at()).filter(Instant.EPOCH::isBefore))
          .with("fence", TradingControl::fence)
          .with("flatten", TradingControl::isFlattening);

  private final Firestore firestore;

  /** Reads here. */
  public ControlView(Firestore firestore) {
    this.firestore = firestore;
  }

  /** The fields of {@code GET /api/maestro/control}. */
  public Written of(TenantId tenant) {
    TradingControl own = read(Paths.control(tenant)).orElse(TradingControl.UNKNOWN);
    TradingControl all = read(Paths.GLOBAL_CONTROL).orElse(TradingControl.INITIAL);
    return SWITCH
        .written(TradingControl.together(own, all, 0))
        .with("tenant", SWITCH.write(own))
        .with("all_tenants", SWITCH.write(all));
  }

  private Optional<TradingControl> read(String path) {
    Optional<Fields> stored = StoredReads.find(firestore, path);
    try {
      return stored.map(TradingControlForm.FORM::read);
    } catch (UnreadableValueException unreadable) {
      return Optional.of(TradingControl.UNKNOWN);
    }
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(words -> !words.isBlank());
  }
}
