package dev.maestro.local.push;

import com.google.gson.JsonObject;
import dev.maestro.local.http.HttpCalls;
import java.net.URI;

/** Topics and push subscriptions in the Pub/Sub emulator. */
public final class PushSubscription {
  private static final int EXISTS = 409;
  private static final int ACK_DEADLINE_SECONDS = 30;

  private PushSubscription() {}

  /**
   * Creates the topic if it is not there, and the subscription: what fails is delivered again after
   * 0.1 s to 10 s, and what is not answered after 30 s.
   *
   * @throws IllegalStateException if the emulator refuses
   */
  public static void create(URI pubsub, String project, String topic, String name, URI endpoint) {
    String topicPath = "projects/" + project + "/topics/" + topic;
    put(pubsub, topicPath, new JsonObject());
    JsonObject push = new JsonObject();
    push.addProperty("pushEndpoint", endpoint.toString());
    JsonObject retry = new JsonObject();
    retry.addProperty("minimumBackoff", "0.1s");
    retry.addProperty("maximumBackoff", "10s");
    JsonObject subscription = new JsonObject();
    subscription.addProperty("topic", topicPath);
    subscription.addProperty("ackDeadlineSeconds", ACK_DEADLINE_SECONDS);
    subscription.add("retryPolicy", retry);
    subscription.add("pushConfig", push);
    put(pubsub, "projects/" + project + "/subscriptions/" + name, subscription);
  }

  private static void put(URI pubsub, String path, JsonObject body) {
    HttpCalls.Answer answer = HttpCalls.json("PUT", pubsub.resolve("/v1/" + path), body.toString());
    if (!answer.isGood() && answer.status() != EXISTS) {
      throw new IllegalStateException(
          "the Pub/Sub emulator refuses " + path + ": " + answer.body());
    }
  }
}
