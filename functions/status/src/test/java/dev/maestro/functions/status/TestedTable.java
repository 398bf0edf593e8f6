package dev.maestro.functions.status;

import dev.maestro.firestore.store.IoMeter;
import dev.maestro.functions.status.route.Routes;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.time.Clock;

/** The table of routes as the function has it; nobody is asked until a handler is called. */
final class TestedTable {
  /** All of them. */
  static final Routes ROUTES = read();

  private TestedTable() {}

  private static Routes read() {
    CloudSettings settings = CloudSettings.emulated(People.PROJECT, "127.0.0.1:1");
    return RouteTable.of(
        new Parts(
            CloudFirestore.open(settings, new IoMeter()),
            settings,
            CloudLog.standard(),
            Clock.systemUTC()));
  }
}
