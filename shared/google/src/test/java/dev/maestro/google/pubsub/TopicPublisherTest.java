package dev.maestro.google.pubsub;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.settings.CloudSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TopicPublisherTest {
  private static TopicPublisher publisher(int port) {
    return new TopicPublisher(
        CloudSettings.read(
            Map.of(
                "GOOGLE_CLOUD_PROJECT",
                "demo-silent",
                "PUBSUB_EMULATOR_HOST",
                "127.0.0.1:" + port)),
        Duration.ofSeconds(1));
  }

  /** The library alone would try for ten minutes. */
  @Test
  @Timeout(60)
  void a_topic_that_takes_connections_and_says_nothing_is_unavailable() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  publisher(silent.getLocalPort())
                      .publish("maestro-cycles", List.of(Map.of("tenant", "a"))))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("maestro-cycles");
    }
  }

  @Test
  @Timeout(60)
  void a_topic_where_nobody_listens_is_unavailable() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(
            () -> publisher(port).publish("maestro-cycles", List.of(Map.of("tenant", "a"))))
        .isInstanceOf(UnavailableException.class);
  }
}
