package dev.maestro.bench.coldstart;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;

/** A function that does nothing: what the JVM and the functions framework cost alone. */
public final class EmptyFunction implements HttpFunction {
  @Override
  public void service(HttpRequest request, HttpResponse response) {
    response.setStatusCode(204);
  }
}
