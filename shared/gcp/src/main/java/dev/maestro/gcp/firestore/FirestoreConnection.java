package dev.maestro.gcp.firestore;

import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import dev.maestro.gcp.settings.CloudSettings;
import java.util.List;

/** Connects to the project's Firestore, or to its emulator. */
public final class FirestoreConnection {
  private FirestoreConnection() {}

  /**
   * Connects; every call is counted by the meter, unless {@code FIRESTORE_EMULATOR_HOST} is set in
   * the environment of this process: then the client library makes a channel of its own.
   */
  public static Firestore open(CloudSettings settings, IoMeter meter) {
    FirestoreOptions.Builder options =
        FirestoreOptions.newBuilder().setProjectId(settings.projectId());
    InstantiatingGrpcChannelProvider.Builder channel =
        FirestoreOptions.getDefaultTransportChannelProviderBuilder()
            .setInterceptorProvider(() -> List.of(meter));
    settings
        .firestoreEmulator()
        .ifPresent(
            host -> {
              channel.setEndpoint(host).setChannelConfigurator(builder -> builder.usePlaintext());
              options.setCredentials(new FirestoreOptions.EmulatorCredentials());
            });
    return options.setChannelProvider(channel.build()).build().getService();
  }
}
