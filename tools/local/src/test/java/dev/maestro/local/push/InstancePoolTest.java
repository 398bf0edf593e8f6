package dev.maestro.local.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InstancePoolTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private static int deliver(InstancePool pool, String id) {
    try {
      return pool.take(Map.of("ce-id", id), new byte[0]);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void an_instance_at_an_event_gets_no_second_one_and_who_finds_none_free_is_sent_away() {
    CountDownLatch atWork = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    PushTarget slow =
        (headers, body) -> {
          atWork.countDown();
          done.await();
          return 200;
        };
    InstancePool pool = new InstancePool(List.of(slow), SHORT);
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> deliver(pool, "a"));
    awaitUninterrupted(atWork);

    assertThat(deliver(pool, "b")).isEqualTo(429);
    done.countDown();
    assertThat(first.join()).isEqualTo(200);
    assertThat(deliver(pool, "b")).isEqualTo(200);

    assertThat(pool.counts().answers()).isEqualTo(Map.of(200, 2, 429, 1));
    assertThat(pool.counts().messages()).isEqualTo(2);
    assertThat(pool.counts().taken()).isEqualTo(2);
    assertThat(pool.counts().redeliveries()).isEqualTo(1);
  }

  @Test
  void an_instance_that_does_not_answer_gets_no_further_event() {
    PushTarget dead =
        (headers, body) -> {
          throw new IOException("gone");
        };
    InstancePool pool = new InstancePool(List.of(dead), SHORT);

    assertThat(deliver(pool, "a")).isEqualTo(503);
    assertThat(deliver(pool, "a")).isEqualTo(429);
    assertThat(pool.counts().taken()).isZero();
  }

  @Test
  void what_an_instance_refuses_may_come_again_to_it() {
    PushTarget refusing = (headers, body) -> 500;
    InstancePool pool = new InstancePool(List.of(refusing), SHORT);

    assertThat(deliver(pool, "a")).isEqualTo(500);
    assertThat(deliver(pool, "a")).isEqualTo(500);
    assertThat(pool.counts().taken()).isZero();
    assertThat(pool.counts().redeliveries()).isEqualTo(1);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
