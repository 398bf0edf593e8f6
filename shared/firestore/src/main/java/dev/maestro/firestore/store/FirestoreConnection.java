package dev.maestro.firestore.store;

import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Connects to the project's Firestore, or to its emulator. */
public final class FirestoreConnection {
  private static final String VARIABLE = "FIRESTORE_EMULATOR_HOST";

  private FirestoreConnection() {}

  /**
   * Connects to that address, whatever the environment of this process says. Every call is counted
   * by the meter, unless {@code FIRESTORE_EMULATOR_HOST} is set there: then the client library
   * makes a channel of its own.
   */
  public static Firestore open(StoreAddress address, IoMeter meter) {
    return open(address, meter, Optional.empty());
  }

  /** The same for people who wait: a call that has no answer after so long fails. */
  public static Firestore open(StoreAddress address, IoMeter meter, Duration patience) {
    return open(address, meter, Optional.of(patience));
  }

  private static Firestore open(StoreAddress address, IoMeter meter, Optional<Duration> patience) {
    FirestoreOptions.Builder options =
        FirestoreOptions.newBuilder().setProjectId(address.projectId());
    patience.ifPresent(time -> options.setRetrySettings(retries(time)));
    InstantiatingGrpcChannelProvider.Builder channel =
        FirestoreOptions.getDefaultTransportChannelProviderBuilder()
            .setInterceptorProvider(() -> List.of(meter));
    address
        .emulatorHost()
        .ifPresent(
            host -> {
              channel.setEndpoint(host).setChannelConfigurator(builder -> builder.usePlaintext());
              options.setCredentials(new FirestoreOptions.EmulatorCredentials());
              if (System.getenv(VARIABLE) != null) {
                options.setEmulatorHost(host);
              }
            });
    return options.setChannelProvider(channel.build()).build().getService();
  }

  private static RetrySettings retries(Duration patience) {
    return RetrySettings.newBuilder()
        .setInitialRetryDelayDuration(Duration.ofMillis(100))
        .setRetryDelayMultiplier(1.5)
        .setMaxRetryDelayDuration(Duration.ofSeconds(1))
        .setInitialRpcTimeoutDuration(patience)
        .setRpcTimeoutMultiplier(1)
        .setMaxRpcTimeoutDuration(patience)
        .setTotalTimeoutDuration(patience)
        .build();
  }
}
