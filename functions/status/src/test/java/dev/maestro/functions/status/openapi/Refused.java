package dev.maestro.functions.status.openapi;

import dev.maestro.functions.status.route.Access;
import dev.maestro.functions.status.route.Route;

/** The statuses of problems, and which routes may meet them. */
enum Refused {
  BAD_REQUEST(400, "Not JSON, or not encoded", Where.EVERYWHERE),
  UNAUTHORIZED(401, "No token, or none that is good", Where.MEMBERS),
  FORBIDDEN(403, "The caller may not do this", Where.MEMBERS),
  NOT_FOUND(404, "There is none, or none of this tenant", Where.MEMBERS),
  CONFLICT(409, "It may not be now, or something newer stands", Where.BODIES),
  TOO_LARGE(413, "More than 256 KiB", Where.BODIES),
  UNSUPPORTED_MEDIA_TYPE(415, "Not application/json", Where.BODIES),
  UNPROCESSABLE(422, "A parameter or a field cannot be taken", Where.EVERYWHERE),
  TOO_MANY_REQUESTS(429, "More calls than the caller may make", Where.MEMBERS),
  INTERNAL(500, "A fault of ours", Where.EVERYWHERE),
  UNAVAILABLE(503, "The store or Google does not answer", Where.EVERYWHERE);

  private enum Where {
    EVERYWHERE,
    MEMBERS,
    BODIES
  }

  private final int status;
  private final String meaning;
  private final Where where;

  Refused(int status, String meaning, Where where) {
    this.status = status;
    this.meaning = meaning;
    this.where = where;
  }

  String status() {
    return String.valueOf(status);
  }

  String meaning() {
    return meaning;
  }

  boolean meets(Route route) {
    boolean hasBody = !route.method().equals("GET");
    return switch (where) {
      case EVERYWHERE -> true;
      case BODIES -> hasBody;
      case MEMBERS -> hasBody || route.access() instanceof Access.Members;
    };
  }

  /** True if the answer says when to come again. */
  boolean isLater() {
    return this == TOO_MANY_REQUESTS || this == UNAVAILABLE;
  }
}
