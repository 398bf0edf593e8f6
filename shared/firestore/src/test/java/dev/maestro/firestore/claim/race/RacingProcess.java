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

/**
 * A team in a process of its own, which may be killed and started again: it goes on with the nudges
 * that it has not worked off, as a queue would deliver them again.
 */
public final class RacingProcess {
  /** The nudges of all processes, one a line. */
  public static final String NUDGES = "nudges";

  private static final int THREADS = 6;

  private RacingProcess() {}

  /**
   * Works off its own nudges and ends.
   *
   * @param args host of the emulator, project, folder, its number, how many processes there are
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
    new RacingTeam(List.of(ledgers(args[0], args[1])), broker, folder)
        .work(nudges, THREADS, nudge -> broker.note(done, nudge.line()));
    // The client's threads would keep the process alive.
    Runtime.getRuntime().halt(0);
  }

  /** Starts one. */
  public static Process start(String host, String project, Path folder, int number, int of)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RacingProcess.class.getName(),
            host,
            project,
            folder.toAbsolutePath().toString(),
            String.valueOf(number),
            String.valueOf(of))
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(folder.resolve("process-" + number).toFile()))
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
