package dev.maestro.testing.reweigh;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.testing.member.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store under test: its journal, its use case, and what it shows to readers. */
public interface ReweighStage {
  /** Writes a trade's document; times are Instants, decimals text or numbers. */
  void put(Uid uid, String tradeId, Map<String, ?> document);

  /** Deletes a trade's document. */
  void delete(Uid uid, String tradeId);

  /**
   * The use case on this store.
   *
   * @param beforeCommit runs between every read and its commit
   */
  Reweigh reweighing(Runnable beforeCommit);

  /** The tenants whose cycles were made to look again, in order, with repetitions. */
  List<TenantId> lookedAgain();

  /** Who belongs to which tenant; at first everybody to every one. */
  Members members();

  /** The alerts that were raised: tenant and code, in order. */
  List<String> alerts();

  /** The weights as they are stored for readers. */
  Optional<Published> published(Uid uid);

  /** The revisions in the log, oldest first. */
  List<Long> logged(Uid uid);

  /**
   * The stored weights.
   *
   * @param weights decimal text, by agent
   * @param cause the trade's id, or "rebuild"
   * @param rejected "id REASON" of the rejections shown, oldest first
   */
  record Published(
      long revision,
      TenantId tenantId,
      Map<String, String> weights,
      String cash,
      String cause,
      int rejectedCount,
      List<String> rejected,
      Instant computedAt) {}
}
