package dev.maestro.functions.status.http;

import dev.maestro.engine.audit.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a request is not answered, as problem JSON (RFC 9457): {@code type} is stable and for
 * programs, {@code detail} is one sentence for people.
 */
public final class Problem extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String TYPES = "https://maestro.dev/problems/";

  private final int status;
  private final String kind;
  private final String title;
  private final transient Map<String, String> members;
  private final transient Map<String, String> headers;

  private Problem(
      int status,
      String kind,
      String title,
      String detail,
      Map<String, String> members,
      Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.members = members;
    this.headers = headers;
  }

  private static Problem of(int status, String kind, String title, String detail) {
    return new Problem(status, kind, title, detail, Map.of(), Map.of());
  }

  /** The body is not what JSON says. */
  public static Problem badJson(String detail) {
    return of(400, "bad-json", "The body is not one JSON object", detail);
  }

  /** What follows the question mark is not encoded. */
  public static Problem badQuery() {
    return of(
        400,
        "bad-query",
        "The query cannot be decoded",
        "what follows the '?' must be percent-encoded UTF-8");
  }

  /** Nobody is named, or nobody that can be proven. */
  public static Problem unauthorized(String detail) {
    return new Problem(
        401,
        "unauthorized",
        "Nobody knows who is calling",
        detail,
        Map.of(),
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /** Who is calling may not. */
  public static Problem forbidden(String detail) {
    return of(403, "forbidden", "The caller may not do this", detail);
  }

  /** There is none, or none of this tenant. */
  public static Problem notFound(String detail) {
    return of(404, "not-found", "There is no such thing", detail);
  }

  /** The path is there for others. */
  public static Problem methodNotAllowed(List<String> methods) {
    String allowed = String.join(", ", methods);
    return new Problem(
        405,
        "method-not-allowed",
        "The path is not for this method",
        "use " + allowed,
        Map.of(),
        Map.of("Allow", allowed));
  }

  /** What stands is newer. */
  public static Problem conflict(String detail) {
    return of(409, "conflict", "Something newer stands", detail);
  }

  /** The same is being done already. */
  public static Problem running(String id, Instant until) {
    return new Problem(
        409,
        "already-running",
        "Somebody is at it",
        id + " runs until " + CanonicalJson.time(until) + " at the latest: ask again after it",
        Map.of("code", "ALREADY_RUNNING", "running", id),
        Map.of());
  }

  /** More bytes than a body has; the rest is not read, so the connection is good for nothing. */
  public static Problem tooLarge(int limit) {
    return new Problem(
        413,
        "too-large",
        "The body is too large",
        "a body has at most " + limit + " bytes",
        Map.of(),
        Map.of("Connection", "close"));
  }

  /** No JSON. */
  public static Problem unsupportedType() {
    return of(
        415,
        "unsupported-media-type",
        "The body is of another type",
        "send the body as Content-Type: application/json");
  }

  /** The field, and what is wrong with it. */
  public static Problem refused(String field, String detail) {
    return new Problem(
        422, "unprocessable", "A field cannot be taken", detail, Map.of("field", field), Map.of());
  }

  /** More calls than are looked at. */
  public static Problem tooMany(Duration wait) {
    return tooMany("come again later; nothing was done", wait);
  }

  /** The same with a sentence of its own; the caller is told whole seconds, one at least. */
  public static Problem tooMany(String detail, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Problem(
        429,
        "too-many-requests",
        "Too many calls",
        detail,
        Map.of(),
        Map.of("Retry-After", String.valueOf(seconds)));
  }

  /** A call that can be read, and is refused; {@code code} is the word for it in the ledger. */
  public static Problem refusal(int status, String code, String title, String detail) {
    return new Problem(status, kind(code), title, detail, Map.of("code", code), Map.of());
  }

  /** The same for a field of its body. */
  public static Problem refusal(
      int status, String code, String title, String field, String detail) {
    return new Problem(
        status, kind(code), title, detail, Map.of("code", code, "field", field), Map.of());
  }

  /** What is stored cannot be used, and somebody has to mend it. */
  public static Problem unreadable(String detail) {
    return new Problem(
        503,
        "unreadable-ledger",
        "The ledger cannot be used",
        detail,
        Map.of(),
        Map.of("Retry-After", "60"));
  }

  /** The store does not answer, and the same call twice would do the same thing twice. */
  public static Problem unknownOutcome() {
    return new Problem(
        503,
        "unknown-outcome",
        "The store does not answer",
        "nobody knows whether it was done: look at the ledger before you send it again",
        Map.of(),
        Map.of("Retry-After", "5"));
  }

  /** It is stored, and not everybody follows it yet; the same call again tries again. */
  public static Problem notInForce(String detail) {
    return new Problem(
        503,
        "not-in-force",
        "Stored, and not in force everywhere",
        detail,
        Map.of(),
        Map.of("Retry-After", "5"));
  }

  /** A fault of ours. */
  public static Problem failure() {
    return of(
        500, "internal", "This should not have happened", "the log of the function says more");
  }

  /** The store, or Google, does not answer; the same call may be sent again. */
  public static Problem unavailable() {
    return new Problem(
        503,
        "unavailable",
        "The store does not answer",
        "nothing is known to have changed; try the same call again",
        Map.of(),
        Map.of("Retry-After", "5"));
  }

  private static String kind(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The answer to give. */
  public Answer answer() {
    SortedMap<String, Object> body = new TreeMap<>(members);
    body.put("type", TYPES + kind);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", String.valueOf(getMessage()));
    return Answer.of(status, "application/problem+json", body, headers);
  }
}
