package dev.maestro.google.identity;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;

/**
 * Who is calling, as far as a token can say; what they may do is in their membership.
 *
 * @param uid of a person: the user id of Firebase; of a service account: its unique id, which is
 *     never given twice (an e-mail can be)
 * @param tenantId whose data the call is about; proves no membership
 * @param isService true for a service account
 */
public record Caller(Uid uid, TenantId tenantId, boolean isService) {}
