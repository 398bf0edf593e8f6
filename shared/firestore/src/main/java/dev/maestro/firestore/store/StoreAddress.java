package dev.maestro.firestore.store;

import java.util.Optional;

/**
 * Where a Firestore is: the project, and the emulator that stands for it.
 *
 * @param emulatorHost host and port; empty: the real Firestore
 */
public record StoreAddress(String projectId, Optional<String> emulatorHost) {
  /** A project of an emulator. */
  public static StoreAddress emulated(String projectId, String host) {
    return new StoreAddress(projectId, Optional.of(host));
  }
}
