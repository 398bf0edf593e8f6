package dev.maestro.cli.mcp;

import java.net.http.HttpResponse;

/** The API did not do what it was asked for; the message is for whoever asked. */
final class ApiRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  ApiRefusedException(String message) {
    super(message);
  }

  /** Status and problem as they came, and when to ask again where that is said. */
  static ApiRefusedException with(HttpResponse<String> answer) {
    String again =
        answer
            .headers()
            .firstValue("Retry-After")
            .map(seconds -> ", ask again in " + seconds + " s")
            .orElse("");
    return new ApiRefusedException(
        "refused with " + answer.statusCode() + again + ": " + answer.body());
  }
}
