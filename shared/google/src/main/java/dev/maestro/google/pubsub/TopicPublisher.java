package dev.maestro.google.pubsub;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.gson.Gson;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.TopicName;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.settings.CloudSettings;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Publishes small JSON messages; one connection per topic, kept for the life of the instance. */
public final class TopicPublisher {
  private static final Gson GSON = new Gson();

  private final CloudSettings settings;
  private final Map<String, Publisher> publishers = new ConcurrentHashMap<>();

  /** Publishes in the project of these settings, or in its emulator. */
  public TopicPublisher(CloudSettings settings) {
    this.settings = settings;
  }

  /**
   * Publishes one message per map and returns when all of them are taken.
   *
   * @throws UnavailableException if one of them is not taken, or the topic cannot be opened:
   *     publish all again, every consumer knows what it has done
   */
  public void publish(String topic, List<Map<String, String>> messages) {
    Publisher publisher = publishers.computeIfAbsent(topic, this::open);
    List<? extends Future<String>> sent =
        messages.stream().map(message -> publisher.publish(message(message))).toList();
    publisher.publishAllOutstanding();
    for (Future<String> one : sent) {
      await(topic, one);
    }
  }

  private static PubsubMessage message(Map<String, String> fields) {
    return PubsubMessage.newBuilder()
        .setData(ByteString.copyFromUtf8(GSON.toJson(fields)))
        .putAllAttributes(fields)
        .build();
  }

  private static void await(String topic, Future<String> sent) {
    try {
      sent.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while publishing to " + topic, stop);
    } catch (ExecutionException failure) {
      throw new UnavailableException(topic + " did not take a message: " + failure, failure);
    }
  }

  private Publisher open(String topic) {
    Publisher.Builder builder = Publisher.newBuilder(TopicName.of(settings.projectId(), topic));
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
