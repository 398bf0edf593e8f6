package dev.maestro.engine.tenant;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** How the facts of a tenant are written and read; its id is the name of the place they stand. */
public final class TenantForm {
  private static final Field<Tenant, String> NAME =
      Field.required("name", Kinds.TEXT, Tenant::name);
  private static final Field<Tenant, Boolean> ACTIVE =
      Field.withDefault("active", Kinds.FLAG, false, Tenant::isActive);
  private static final Field<Tenant, BigDecimal> BASE_CAPITAL =
      Field.required("base_capital", Kinds.DECIMAL, Tenant::baseCapital);
  private static final Field<Tenant, ZoneId> TIMEZONE =
      Field.required("timezone", Kinds.ZONE, Tenant::zone);
  private static final Field<Tenant, Uid> OWNER_UID =
      Field.required("owner_uid", Kinds.UID, Tenant::ownerUid);

  /** The facts. */
  public static final View<Tenant> FACTS = View.of(NAME, ACTIVE, BASE_CAPITAL, TIMEZONE, OWNER_UID);

  private TenantForm() {}

  /** The form of the tenant of an id; stores write beside it when it was created. */
  public static Form<Tenant> of(TenantId id) {
    return Form.of(
            "a tenant",
            in ->
                new Tenant(
                    id,
                    NAME.in(in),
                    ACTIVE.in(in),
                    BASE_CAPITAL.in(in),
                    TIMEZONE.in(in),
                    OWNER_UID.in(in)),
            List.of(NAME, ACTIVE, BASE_CAPITAL, TIMEZONE, OWNER_UID))
        .open();
  }
}
