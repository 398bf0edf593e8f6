package dev.maestro.local.router;

import com.google.gson.JsonObject;
import dev.maestro.local.http.Call;
import dev.maestro.local.http.HttpCalls;
import dev.maestro.local.http.LoopbackServer;
import dev.maestro.local.http.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Stands where the Firestore emulator expects a functions emulator: takes its events, answers at
 * once, and brings each to its function at least once. It keeps no order.
 */
public final class TriggerRouter implements AutoCloseable {
  private static final int TAKEN = 200;
  private static final int UNREADABLE = 400;
  private static final int UNKNOWN = 404;
  private static final int FULL = 503;

  private final Map<String, URI> functions = new ConcurrentHashMap<>();
  private final Delivery delivery;
  private final LoopbackServer server;

  /**
   * Starts to listen.
   *
   * @param port 0: a free one
   * @param notices takes a sentence about every event that is dropped
   */
  public TriggerRouter(int port, Consumer<String> notices) {
    delivery = new Delivery(notices);
    server = LoopbackServer.start(port, call -> Reply.of(take(call)));
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** What has become of the events so far. */
  public DeliveryCounts counts() {
    return delivery.counts();
  }

  /**
   * Asks the emulator for the events of documents whose path fits a pattern, for a function.
   *
   * @param trigger names the trigger in the emulator
   * @throws IllegalStateException if the emulator refuses
   */
  public void register(URI firestore, String project, String trigger, String pattern, URI to) {
    functions.put(trigger, to);
    JsonObject document = new JsonObject();
    document.addProperty("value", pattern);
    document.addProperty("matchType", "PATH_PATTERN");
    JsonObject request = new JsonObject();
    request.addProperty("eventType", "google.cloud.firestore.document.v1.written");
    request.addProperty("database", "(default)");
    request.addProperty("namespace", "(default)");
    request.add("document", document);
    String path = "/emulator/v1/projects/%s/eventarcTrigger?eventarcTriggerId=%s";
    HttpCalls.Answer answer =
        HttpCalls.json(
            "POST", firestore.resolve(path.formatted(project, trigger)), request.toString());
    if (!answer.isGood()) {
      throw new IllegalStateException(
          "the Firestore emulator refuses the trigger " + trigger + ": " + answer.body());
    }
  }

  private int take(Call call) {
    Optional<URI> function = Optional.ofNullable(functions.get(call.lastPart()));
    if (function.isEmpty()) {
      return UNKNOWN;
    }
    try {
      return delivery.offer(TriggerEvent.of(call), function.get()) ? TAKEN : FULL;
    } catch (IllegalArgumentException noEvent) {
      return UNREADABLE;
    }
  }

  @Override
  public void close() {
    server.close();
    delivery.close();
  }
}
