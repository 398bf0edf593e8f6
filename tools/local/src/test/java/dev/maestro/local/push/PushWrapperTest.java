package dev.maestro.local.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.Ports;
import dev.maestro.local.Await;
import dev.maestro.local.FakeFunction;
import dev.maestro.local.http.Call;
import dev.maestro.local.http.HttpCalls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages of the real Pub/Sub emulator, with a server at the function's place. */
class PushWrapperTest {
  private static final String PROJECT = "demo-push";
  private static PushWrapper wrapper;
  private static Emulator pubsub;

  @BeforeAll
  static void start() {
    wrapper = new PushWrapper(0);
    pubsub = Emulator.pubsub(Ports.free(), Path.of("target", "emulators", "push"));
  }

  @AfterAll
  static void stop() {
    pubsub.close();
    wrapper.close();
  }

  private static void subscribe(String topic, URI function) {
    URI endpoint = wrapper.route(PROJECT, topic, topic + "-function", function);
    PushSubscription.create(pubsub.address(), PROJECT, topic, topic + "-function", endpoint);
  }

  private static void publish(String topic, String text) {
    String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    HttpCalls.Answer answer =
        HttpCalls.json(
            "POST",
            pubsub.address().resolve("/v1/projects/" + PROJECT + "/topics/" + topic + ":publish"),
            "{\"messages\":[{\"data\":\"" + data + "\",\"attributes\":{\"tenant\":\"t1\"}}]}");
    assertThat(answer.isGood()).as(answer.body()).isTrue();
  }

  @Test
  void a_push_becomes_the_cloud_event_of_eventarc() {
    try (FakeFunction function = new FakeFunction(0, call -> 200)) {
      subscribe("plain", function.address());
      publish("plain", "{\"tenant\":\"t1\"}");
      Await.until("the message comes", () -> !function.calls().isEmpty());
      Call call = function.calls().get(0);
      assertThat(call.header("ce-type")).contains("google.cloud.pubsub.topic.v1.messagePublished");
      assertThat(call.header("ce-source"))
          .contains("//pubsub.googleapis.com/projects/demo-push/topics/plain");
      assertThat(call.header("ce-specversion")).contains("1.0");
      assertThat(call.header("content-type")).contains("application/json");
      JsonObject body =
          JsonParser.parseString(new String(call.body(), StandardCharsets.UTF_8)).getAsJsonObject();
      JsonObject message = body.getAsJsonObject("message");
      assertThat(message.get("data").getAsString()).isEqualTo("eyJ0ZW5hbnQiOiJ0MSJ9");
      assertThat(message.getAsJsonObject("attributes").get("tenant").getAsString()).isEqualTo("t1");
      assertThat(call.header("ce-id")).contains(message.get("messageId").getAsString());
      assertThat(body.get("subscription").getAsString())
          .isEqualTo("projects/demo-push/subscriptions/plain-function");
    }
  }

  @Test
  void a_message_answered_with_500_comes_again_and_one_taken_does_not() {
    AtomicInteger failures = new AtomicInteger(2);
    try (FakeFunction function =
        new FakeFunction(0, call -> failures.getAndDecrement() > 0 ? 500 : 204)) {
      subscribe("failing", function.address());
      publish("failing", "x");
      Await.until("it is taken", () -> function.calls().size() == 3);
      publish("failing", "the next");
      Await.until("the next comes", () -> function.calls().size() == 4);
      assertThat(function.calls().get(3).header("ce-id"))
          .isNotEqualTo(function.calls().get(2).header("ce-id"));
    }
  }

  @Test
  void a_message_for_a_function_that_is_down_comes_when_it_is_back() {
    int port = Ports.free();
    subscribe("down", URI.create("http://127.0.0.1:" + port + "/"));
    publish("down", "x");
    try (FakeFunction function = new FakeFunction(port, call -> 200)) {
      Await.until("it comes", () -> function.calls().size() == 1);
    }
  }

  @Test
  void what_is_no_push_is_refused() {
    try (FakeFunction function = new FakeFunction(0, call -> 200)) {
      URI endpoint = wrapper.route(PROJECT, "bad", "bad", function.address());
      for (String body : new String[] {"", "[]", "{}", "{\"message\":{}}", "{\"message\":3}"}) {
        assertThat(HttpCalls.json("POST", endpoint, body).status()).as(body).isEqualTo(400);
      }
      assertThat(HttpCalls.json("POST", endpoint.resolve("/push/nobody"), "{}").status())
          .isEqualTo(404);
      assertThat(function.calls()).isEmpty();
    }
  }
}
