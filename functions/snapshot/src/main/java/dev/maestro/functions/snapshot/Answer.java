package dev.maestro.functions.snapshot;

import com.google.cloud.functions.HttpResponse;
import com.google.gson.Gson;
import java.io.IOException;
import java.util.Map;

/** JSON answers. */
final class Answer {
  private static final Gson GSON = new Gson();

  private Answer() {}

  static void refuse(HttpResponse response, int status, Exception why) throws IOException {
    write(
        response, status, Map.of("status", "refused", "detail", String.valueOf(why.getMessage())));
  }

  static void write(HttpResponse response, int status, Map<String, ?> fields) throws IOException {
    response.setStatusCode(status);
    response.setContentType("application/json");
    response.getWriter().write(GSON.toJson(fields));
  }
}
