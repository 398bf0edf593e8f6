package dev.maestro.cli.cloud;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandRun;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.wiring.CloudFirestore;
import java.util.ArrayList;
import java.util.List;

/** A project of the emulator, empty at first, and the program run against it. */
public record EmulatedProject(String name, Firestore firestore) {
  /** Opens it. */
  public static EmulatedProject empty(String name) {
    String host = SharedEmulator.firestore();
    SharedEmulator.clear(name);
    return new EmulatedProject(
        name, CloudFirestore.open(CloudSettings.emulated(name, host), new IoMeter()));
  }

  /** Runs one command on this project. */
  public CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--project", name, "--emulator", SharedEmulator.firestore()));
    return CommandRun.of(all.toArray(new String[0]));
  }

  /** A document, there or not. */
  public DocumentSnapshot document(String path) {
    return StoreCalls.await(firestore.document(path).get());
  }

  /** All documents of a collection. */
  public List<? extends DocumentSnapshot> documents(String path) {
    return StoreCalls.await(firestore.collection(path).get()).getDocuments();
  }
}
