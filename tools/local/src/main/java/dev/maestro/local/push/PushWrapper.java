package dev.maestro.local.push;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.maestro.local.http.Call;
import dev.maestro.local.http.LoopbackServer;
import dev.maestro.local.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes pushes of the Pub/Sub emulator, makes each the CloudEvent that Eventarc would send, and
 * answers what the function answered, so that Pub/Sub delivers again what failed.
 */
public final class PushWrapper implements AutoCloseable {
  private static final String TYPE = "google.cloud.pubsub.topic.v1.messagePublished";
  private static final int UNREADABLE = 400;
  private static final int UNKNOWN = 404;
  private static final int GONE = 503;

  private final Map<String, Route> routes = new ConcurrentHashMap<>();
  private final LoopbackServer server;

  private record Route(String source, PushTarget target) {}

  /**
   * Starts to listen.
   *
   * @param port 0: a free one
   */
  public PushWrapper(int port) {
    server = LoopbackServer.start(port, call -> Reply.of(take(call)));
  }

  /**
   * Makes a way from a topic to a function.
   *
   * @return where the emulator is to push to
   */
  public URI route(String project, String topic, String name, URI function) {
    return route(project, topic, name, PushTarget.at(function));
  }

  /** The same to whoever takes the events. */
  public URI route(String project, String topic, String name, PushTarget target) {
    String source = "//pubsub.googleapis.com/projects/" + project + "/topics/" + topic;
    routes.put(name, new Route(source, target));
    return server.address().resolve("/push/" + name);
  }

  private int take(Call call) {
    Optional<Route> route = Optional.ofNullable(routes.get(call.lastPart()));
    if (route.isEmpty()) {
      return UNKNOWN;
    }
    try {
      JsonObject push =
          JsonParser.parseString(new String(call.body(), StandardCharsets.UTF_8)).getAsJsonObject();
      byte[] body = push.toString().getBytes(StandardCharsets.UTF_8);
      return route.get().target().take(headers(push, route.get().source()), body);
    } catch (JsonParseException | IllegalStateException | ClassCastException malformed) {
      return UNREADABLE;
    } catch (IOException gone) {
      return GONE;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return GONE;
    }
  }

  private static Map<String, String> headers(JsonObject push, String source) {
    JsonObject message =
        Optional.ofNullable(push.getAsJsonObject("message"))
            .orElseThrow(() -> new IllegalStateException("a push needs a message"));
    Map<String, String> headers = new TreeMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-type", TYPE);
    headers.put("ce-source", source);
    headers.put("ce-id", text(message, "messageId"));
    headers.put("ce-time", text(message, "publishTime"));
    headers.put("content-type", "application/json");
    return headers;
  }

  private static String text(JsonObject message, String field) {
    return Optional.ofNullable(message.get(field))
        .orElseThrow(() -> new IllegalStateException("a message needs " + field))
        .getAsString();
  }

  @Override
  public void close() {
    server.close();
  }
}
