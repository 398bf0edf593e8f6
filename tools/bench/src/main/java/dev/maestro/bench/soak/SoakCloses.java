package dev.maestro.bench.soak;

import dev.maestro.bench.close.CloseStage;
import dev.maestro.bench.process.LoadedFunction;
import dev.maestro.engine.name.Uid;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Events of trades as Eventarc delivers them; each user has the same number of them. */
final class SoakCloses implements SoakCalls {
  private static final int USERS = 100;

  private final LoadedFunction function;
  private final CloseStage stage;
  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SoakCloses(LoadedFunction function, CloseStage stage) {
    this.function = function;
    this.stage = stage;
  }

  @Override
  public String what() {
    return "closes";
  }

  @Override
  public void prepare(int calls) {
    for (int user = 0; user < USERS; user++) {
      stage.begin(uid(user));
      stage.store(uid(user), 0, (calls + USERS - 1) / USERS);
    }
  }

  private static Uid uid(int number) {
    return new Uid("soak-" + number % USERS);
  }

  @Override
  public int status(int number) throws Exception {
    String trade = "users/" + uid(number).value() + "/tradeJournal/t" + number / USERS;
    HttpRequest request =
        HttpRequest.newBuilder(function.at("/"))
            .timeout(Duration.ofMinutes(2))
            .header("ce-specversion", "1.0")
            .header("ce-id", "soak-" + number)
            .header("ce-source", "//firestore.googleapis.com/projects/demo-bench")
            .header("ce-type", "google.cloud.firestore.document.v1.written")
            .header("ce-subject", "documents/" + trade)
            .header("ce-document", trade)
            .header("Content-Type", "application/protobuf")
            .POST(BodyPublishers.noBody())
            .build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    statuses.merge(status, 1, Integer::sum);
    return status;
  }

  @Override
  public Map<Integer, Integer> statuses() {
    return new TreeMap<>(statuses);
  }
}
