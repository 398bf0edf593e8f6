package dev.maestro.testing.conduct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved. */
public final class MovableClock extends Clock {
  private volatile Instant now;

  /** A clock that shows this time. */
  public MovableClock(Instant now) {
    this.now = now;
  }

  /** Shows another time. */
  public void set(Instant time) {
    now = time;
  }

  /** Goes on by so much. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
