package dev.maestro.engine.tenant;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.name.StoredName;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A team whose agents share capital.
 *
 * @param id 1 to 64 of letters, digits, hyphen
 * @param name for people
 * @param isActive false: no cycles
 * @param baseCapital above 0, in account currency
 * @param zone where its days begin
 * @param ownerUid whose journal and weights its strategies use unless they say otherwise
 */
public record Tenant(
    String id,
    String name,
    boolean isActive,
    BigDecimal baseCapital,
    ZoneId zone,
    String ownerUid) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9_.@:-]{1,128}");

  /** Checks every field. */
  public Tenant {
    new ConfigRules()
        .require(isValidId(id), "a tenant id is 1 to 64 of letters, digits, hyphen, got " + id)
        .require(!name.isBlank(), "name must not be blank")
        .require(baseCapital.signum() > 0, "base_capital must be above 0, got " + baseCapital)
        .require(isValidUid(ownerUid), "owner_uid must be a user id, got '" + ownerUid + "'")
        .check();
  }

  /** True for a text that can name a tenant. */
  public static boolean isValidId(String id) {
    return ID.matcher(id).matches();
  }

  /** True for a text that can name a user: nothing that would change a path. */
  public static boolean isValidUid(String uid) {
    return UID.matcher(uid).matches() && StoredName.isOfDocument(uid);
  }
}
