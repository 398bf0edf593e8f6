package dev.maestro.cli.local;

import dev.maestro.local.stack.StackOptions;
import java.time.Clock;
import java.time.Instant;

/** Seeds the demo data as soon as there is a Firestore, and moves it before each slot. */
record DemoGuest(DemoData data, Clock clock) implements StackOptions.Guest {
  @Override
  public void emulatorsReady() {
    data.seed(clock.instant());
  }

  @Override
  public void slotComes(Instant slot) {
    data.move(clock.instant());
  }
}
