package dev.maestro.local;

import dev.maestro.local.http.Call;
import dev.maestro.local.http.LoopbackServer;
import dev.maestro.local.http.Reply;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** A server at a function's place; keeps what it was sent. */
public final class FakeFunction implements AutoCloseable {
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;

  /** Answers with the status that the rule gives. */
  public FakeFunction(int port, ToIntFunction<Call> rule) {
    server =
        LoopbackServer.start(
            port,
            call -> {
              calls.add(call);
              return Reply.of(rule.applyAsInt(call));
            });
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
