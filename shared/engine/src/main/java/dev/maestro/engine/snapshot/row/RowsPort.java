package dev.maestro.engine.snapshot.row;

import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.TenantId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The rows of a tenant's strategies, and the equity with which its days began. */
public interface RowsPort {
  /**
   * The rows at these places, of however many strategies; a place where nothing stands is absent.
   * Changes nothing.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer
   */
  Map<RowPlace, StoredRow> load(TenantId tenant, Set<RowPlace> places);

  /**
   * Stores rows in place of those that stand there; what else stands in them is left alone. Not
   * atomic over many rows, and idempotent: a store that was interrupted is made again.
   *
   * @throws dev.maestro.engine.port.RefusedByStoreException if a row can never be stored
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether all are stored
   */
  void store(TenantId tenant, Map<RowPlace, PeriodRow> rows);

  /**
   * Stores the equity with which a day began. Idempotent.
   *
   * @param day in the zone of the tenant
   */
  void storeEquity(TenantId tenant, LocalDate day, EquityPoint point);
}
