package dev.maestro.google.identity;

/** It is known who is calling, and they may not do this (403). */
public final class ForbiddenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is missing. */
  public ForbiddenException(String message) {
    super(message);
  }
}
