package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;

/** The intents of a tenant, newest first. */
public final class IntentsView {
  private final Firestore firestore;

  /** Reads here. */
  public IntentsView(Firestore firestore) {
    this.firestore = firestore;
  }
}
