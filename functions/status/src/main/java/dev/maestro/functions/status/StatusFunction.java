package dev.maestro.functions.status;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import java.time.Clock;

/**
 * The API.
 *
 * <p><b>Trigger:</b> HTTP, open at the IAM level; every route but {@code /healthz} asks for an ID
 * token and a membership, and {@link RouteTable} says which roles may take it. <b>Effect:</b>
 * reads; signals, which replace only older ones; and commands to ledgers and kill switches, each
 * one transaction. <b>Retried:</b> nothing here; a caller may send every request again, and is told
 * so with 503 and {@code Retry-After}. <b>Dropped:</b> what is answered with 4xx, with nothing
 * stored. <b>What a person does:</b> 401 and 403 name what is missing (token, membership, role);
 * 503 means that Firestore, or Google's keys, cannot be reached, or that a ledger is lost and says
 * so; 500 is a fault of ours, and its trace is in the log.
 */
public final class StatusFunction implements HttpFunction {
  private final Gatekeeper gatekeeper;

  /** For the functions framework: settings from the environment. */
  public StatusFunction() {
    this(CloudSettings.read(System.getenv()), LocalClock.of(CloudSettings.read(System.getenv())));
  }

  StatusFunction(CloudSettings settings, Clock clock) {
    this.gatekeeper = Gatekeeper.of(settings, clock);
  }

  @Override
  public void service(HttpRequest request, HttpResponse response) {
    gatekeeper.serve(request, response);
  }
}
