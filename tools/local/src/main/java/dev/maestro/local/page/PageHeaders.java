package dev.maestro.local.page;

import java.util.List;
import java.util.Map;

/** What a browser may do with the page; those of the hosting stand in {@code firebase.json}. */
final class PageHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; manifest-src 'self'; connect-src 'self'%s; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private PageHeaders() {}

  /**
   * The strict ones.
   *
   * @param connections origins that may be called beside the page's own
   */
  static Map<String, String> strict(List<String> connections) {
    String others = connections.isEmpty() ? "" : " " + String.join(" ", connections);
    return Map.of(
        "content-security-policy", POLICY.formatted(others),
        "x-content-type-options", "nosniff",
        "referrer-policy", "no-referrer",
        "cross-origin-opener-policy", "same-origin-allow-popups");
  }
}
