package dev.maestro.functions.status.route;

import com.google.cloud.functions.HttpRequest;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.api.page.PageRequest;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.google.identity.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * A request by a member of a tenant whose role may make it. Who they are is what the token says,
 * and nothing in the body.
 *
 * @param caller a person, or a service account that is a member
 */
public record MemberCall(Caller caller, Member member, Visit visit) {
  /** Whose data it is about. */
  public TenantId tenant() {
    return caller.tenantId();
  }

  /** Who is written down as the one that did it. */
  public Uid uid() {
    return member.uid();
  }

  /** When it came. */
  public Instant now() {
    return visit.now();
  }

  /** What stands in the path in the place of a name of its template. */
  public String argument(String name) {
    return visit.argument(name);
  }

  /** A parameter of the query. */
  public Optional<String> query(QueryParameter parameter) {
    return visit.query(parameter);
  }

  /** Which page of a list is asked for. */
  public PageRequest page() {
    return new PageRequest(
        tenant(), query(QueryParameter.LIMIT), query(QueryParameter.BEFORE), now());
  }

  /** The request itself, for its body. */
  public HttpRequest request() {
    return visit.request();
  }
}
