package dev.maestro.embedded.storm.actor;

/** Somebody who does one thing at a time, a step at a time, and can be interrupted for ever. */
public abstract class Actor {
  private Step next = Step.END;

  /** Does the next step of what it is at, or begins something; false if there was nothing to do. */
  public final boolean step() {
    Step now = next == Step.END ? begin() : next;
    next = now.run();
    return now != Step.IDLE;
  }

  /** Goes on with what it is at, to its end. */
  public final void finish() {
    Step.finish(next);
    next = Step.END;
  }

  /** Forgets what it was at, as a process that dies. */
  final void drop() {
    next = Step.END;
  }

  abstract Step begin();
}
