package dev.maestro.cli.local;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.UsageException;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.tenant.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the dashboard of this machine is told: the text of its {@code config.json}, whose contract
 * stands in {@code dashboard/README.md}.
 *
 * @param firestore port of the emulator
 * @param people who may sign in with one click
 * @param auth host and port of an emulator of Firebase Auth that somebody started; with it the page
 *     asks for a real sign-in
 */
record DashboardSettings(
    String project, int firestore, Map<Uid, Role> people, Optional<String> auth) {
  /** What programs of Firebase call it. */
  static final String AUTH_VARIABLE = "FIREBASE_AUTH_EMULATOR_HOST";

  private static final int FORMAT = 1;
  private static final Pattern HOST =
      Pattern.compile("(127\\.0\\.0\\.1|localhost):[1-9][0-9]{0,4}");

  /** Checks that the emulator is one of this machine. */
  DashboardSettings {
    people = new LinkedHashMap<>(people);
    auth.ifPresent(
        host -> {
          if (!HOST.matcher(host).matches()) {
            throw new UsageException(
                AUTH_VARIABLE
                    + " must be like 127.0.0.1:9099, on this machine; got '"
                    + host
                    + "'");
          }
        });
  }

  /** Origins that the page calls beside its own. */
  List<String> connections() {
    List<String> origins = new ArrayList<>(List.of("http://" + firestoreHost()));
    auth.ifPresent(host -> origins.add("http://" + host));
    return origins;
  }

  /** The text. */
  String json() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("format", FORMAT);
    values.put("project", project);
    values.put("api", "");
    values.put("firestoreEmulator", firestoreHost());
    auth.ifPresentOrElse(
        host -> {
          values.put("apiKey", "demo");
          values.put("authEmulator", "http://" + host);
        },
        () -> values.put("demo", demo()));
    return JsonText.write(values);
  }

  private Map<String, Object> demo() {
    List<Map<String, Object>> users = new ArrayList<>();
    people.forEach((uid, role) -> users.add(inOrder("uid", uid.value(), "role", role.word())));
    return inOrder("tenant", DemoWorld.TENANT.id().value(), "people", users);
  }

  private static Map<String, Object> inOrder(
      String name, Object value, String second, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    map.put(second, other);
    return map;
  }

  private String firestoreHost() {
    return "127.0.0.1:" + firestore;
  }
}
