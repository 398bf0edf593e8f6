package dev.maestro.google.pubsub;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.cloud.pubsub.v1.stub.PublisherStubSettings;
import com.google.gson.Gson;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.TopicName;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.settings.CloudSettings;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Publishes small JSON messages; one connection per topic, kept for the life of the instance. */
public final class TopicPublisher {
  /** Whoever called wants a 503 in time to call again; the library's own patience is 10 minutes. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private static final Gson GSON = new Gson();

  private final CloudSettings settings;
  private final Duration patience;
  private final Map<String, Publisher> publishers = new ConcurrentHashMap<>();

  /** Publishes in the project of these settings, or in its emulator. */
  public TopicPublisher(CloudSettings settings) {
    this(settings, PATIENCE);
  }

  /** The same that gives up after another time. */
  TopicPublisher(CloudSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  /**
   * Publishes one message per map and returns when all of them are taken.
   *
   * @throws UnavailableException if one of them is not taken within 12 s, or the topic cannot be
   *     opened: publish all again, every consumer knows what it has done
   */
  public void publish(String topic, List<Map<String, String>> messages) {
    long deadline = System.nanoTime() + patience.toNanos();
    Publisher publisher = publishers.computeIfAbsent(topic, this::open);
    List<? extends Future<String>> sent =
        messages.stream().map(message -> publisher.publish(message(message))).toList();
    publisher.publishAllOutstanding();
    for (Future<String> one : sent) {
      await(topic, one, deadline);
    }
  }

  private static PubsubMessage message(Map<String, String> fields) {
    return PubsubMessage.newBuilder()
        .setData(ByteString.copyFromUtf8(GSON.toJson(fields)))
        .putAllAttributes(fields)
        .build();
  }

  private static void await(String topic, Future<String> sent, long deadline) {
    try {
      sent.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException silent) {
      throw new UnavailableException(topic + " did not answer in time", silent);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while publishing to " + topic, stop);
    } catch (ExecutionException failure) {
      throw new UnavailableException(topic + " did not take a message: " + failure, failure);
    }
  }

  private Publisher open(String topic) {
    Publisher.Builder builder =
        Publisher.newBuilder(TopicName.of(settings.projectId(), topic))
            .setRetrySettings(
                PublisherStubSettings.newBuilder().publishSettings().getRetrySettings().toBuilder()
                    .setTotalTimeoutDuration(PATIENCE)
                    .build());
    settings
        .pubsubEmulator()
        .ifPresent(
            host ->
                builder
                    .setChannelProvider(
                        FixedTransportChannelProvider.create(
                            GrpcTransportChannel.create(
                                ManagedChannelBuilder.forTarget(host).usePlaintext().build())))
                    .setCredentialsProvider(NoCredentialsProvider.create()));
    try {
      return builder.build();
    } catch (IOException unreachable) {
      throw new UnavailableException("the topic " + topic + " cannot be opened", unreachable);
    }
  }
}
