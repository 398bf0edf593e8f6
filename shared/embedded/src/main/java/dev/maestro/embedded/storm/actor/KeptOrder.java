package dev.maestro.embedded.storm.actor;

import dev.maestro.engine.capital.Nonce;

/** What a process keeps of a claim before it asks for it, and over its own death. */
final class KeptOrder {
  private final Nonce nonce;
  private final String token;
  private int acknowledged;
  private boolean isOver;

  KeptOrder(Nonce nonce, String token) {
    this.nonce = nonce;
    this.token = token;
  }

  Nonce nonce() {
    return nonce;
  }

  String token() {
    return token;
  }

  /** The newest change at the broker that Maestro has answered for. */
  int acknowledged() {
    return acknowledged;
  }

  void acknowledge(int revision) {
    acknowledged = Math.max(acknowledged, revision);
  }

  /** True if there is no order of it and there will be none from here. */
  boolean isOver() {
    return isOver;
  }

  void setOver(boolean over) {
    isOver = over;
  }
}
