package dev.maestro.firestore.claim.race;

import com.google.cloud.firestore.Firestore;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A team in a process of its own, which may be killed and started again: it goes on with the nudges
 * that it has not worked off, as a queue would deliver them again.
 */
public final class RacingProcess {
  /** The nudges of all processes, one a line. */
  public static final String NUDGES = "nudges";

  /** What a process that dies at a checkpoint ends with, as if it had been killed. */
  public static final int KILLED = 137;

  private RacingProcess() {}

  /**
   * One of several processes.
   *
   * @param number from 0 on
   * @param of how many there are
   * @param threads in which its executors work
   */
  public record Seat(Path folder, int number, int of, int threads) {}

  /**
   * Works off its own nudges and ends.
   *
   * @param args host of the emulator, project, folder, its number, how many processes there are,
   *     threads, and the checkpoint at which it dies, or 0
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[2]);
    ModelBroker broker = new ModelBroker(folder);
    String done = done(Integer.parseInt(args[3]));
    List<Nudge> nudges = new ArrayList<>();
    for (String line : broker.lines(NUDGES)) {
      Nudge nudge = Nudge.read(line);
      if (nudge.executor() % Integer.parseInt(args[4]) == Integer.parseInt(args[3])) {
        nudges.add(nudge);
      }
    }
    broker.lines(done).forEach(line -> nudges.remove(Nudge.read(line)));
    AtomicInteger left = new AtomicInteger(Integer.parseInt(args[6]));
    Runnable checkpoint =
        () -> {
          if (left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
    new RacingTeam(List.of(ledgers(args[0], args[1])), broker, folder, checkpoint)
        .work(nudges, Integer.parseInt(args[5]), nudge -> broker.note(done, nudge.line()));
    // The client's threads would keep the process alive.
    Runtime.getRuntime().halt(0);
  }

  /**
   * Starts one.
   *
   * @param dieAt the checkpoint at which it dies; 0: at none
   */
  public static Process start(String host, String project, Seat seat, int dieAt)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RacingProcess.class.getName(),
            host,
            project,
            seat.folder().toAbsolutePath().toString(),
            String.valueOf(seat.number()),
            String.valueOf(seat.of()),
            String.valueOf(seat.threads()),
            String.valueOf(dieAt))
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(
                seat.folder().resolve("process-" + seat.number()).toFile()))
        .start();
  }

  /** The log of the nudges that a process has worked off. */
  static String done(int number) {
    return "done-" + number;
  }

  /** Ledgers behind a client of their own. */
  public static FirestoreLedgers ledgers(String host, String project) {
    Firestore own = FirestoreConnection.open(StoreAddress.emulated(project, host), new IoMeter());
    return new FirestoreLedgers(
        own, Clock.systemUTC(), new Alerts(own, (message, fields) -> {}), "race");
  }
}
