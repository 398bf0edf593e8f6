package dev.maestro.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.local.Await;
import dev.maestro.local.FakeFunction;
import dev.maestro.local.http.Call;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final CronLine SLOTS = CronLine.parse("*/5 * * * *");
  private final List<String> notices = new CopyOnWriteArrayList<>();

  /** A clock that stands until it is set. */
  private static final class HandClock extends Clock {
    private volatile Instant now = NOON;

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

  @Test
  void a_job_runs_for_each_time_that_comes_and_not_for_those_that_were_missed() {
    HandClock clock = new HandClock();
    List<Instant> done = new CopyOnWriteArrayList<>();
    try (Timetable timetable = new Timetable(clock, notices::add)) {
      timetable.add("slots", SLOTS, NOON, done::add);
      clock.now = NOON.plusSeconds(301);
      Await.until("12:05 is done", () -> done.size() == 1);
      clock.now = NOON.plusSeconds(1510);
      Await.until("the newest is done", () -> done.contains(NOON.plusSeconds(1500)));
      assertThat(done.get(0)).isEqualTo(NOON.plusSeconds(300));
      assertThat(done).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void a_job_that_fails_is_told_and_runs_again_at_its_next_time() {
    HandClock clock = new HandClock();
    AtomicInteger runs = new AtomicInteger();
    try (Timetable timetable = new Timetable(clock, notices::add)) {
      timetable.add(
          "slots",
          SLOTS,
          NOON,
          due -> {
            runs.incrementAndGet();
            throw new IllegalStateException("it was answered with 500");
          });
      clock.now = NOON.plusSeconds(300);
      Await.until("it is told", () -> notices.size() == 1);
      clock.now = NOON.plusSeconds(600);
      Await.until("it runs again", () -> runs.get() == 2);
      assertThat(notices.get(0))
          .isEqualTo("slots at 2026-01-05T12:05:00Z failed: it was answered with 500");
    }
  }

  @Test
  void a_call_names_its_slot_and_carries_the_schedulers_token() throws InterruptedException {
    HandClock clock = new HandClock();
    AtomicInteger failures = new AtomicInteger(1);
    try (FakeFunction function =
        new FakeFunction(0, call -> failures.getAndDecrement() > 0 ? 503 : 200)) {
      new ScheduledCall(function.address(), "scheduler@x", "maestro-local", clock).run(NOON);
      assertThat(function.calls()).as("it is made again after a 503").hasSize(2);
      Call call = function.calls().get(1);
      assertThat(call.method()).isEqualTo("POST");
      assertThat(call.header("X-CloudScheduler-ScheduleTime")).contains("2026-01-05T12:00:00Z");
      String token = call.header("authorization").orElseThrow();
      assertThat(token).startsWith("Bearer ").endsWith(".");
      JsonObject claims = claims(token);
      assertThat(claims.get("iss").getAsString()).isEqualTo("https://accounts.google.com");
      assertThat(claims.get("aud").getAsString()).isEqualTo("maestro-local");
      assertThat(claims.get("email").getAsString()).isEqualTo("scheduler@x");
      assertThat(claims.get("exp").getAsLong()).isEqualTo(NOON.getEpochSecond() + 3600);
    }
  }

  private static JsonObject claims(String token) {
    String payload = token.substring(token.indexOf('.') + 1, token.length() - 1);
    byte[] json = Base64.getUrlDecoder().decode(payload);
    return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
