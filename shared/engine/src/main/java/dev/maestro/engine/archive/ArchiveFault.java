package dev.maestro.engine.archive;

/** Why a kept input cannot be decided again. Nothing is ever decided from a part of one. */
public enum ArchiveFault {
  /** There is none: its time is over, or inputs were not kept then. */
  MISSING,
  /** It was larger than one commit holds; its hash stands in the record alone. */
  TOO_LARGE,
  /** A part of it is missing, or does not unpack. */
  CUT,
  /** Its hash is not the one that the record holds: somebody changed it. */
  CHANGED,
  /** Another engine decided it; ask that one. */
  OTHER_ENGINE,
  /** It is whole, and not what this build of the engine writes. */
  UNREADABLE
}
