package dev.maestro.cli.cycle;

import dev.maestro.cli.eval.Input;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.Position;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The larger parts of a cycle's input. */
final class Parts {
  private Parts() {}

  /** A strategy as it is registered; only its id is required. */
  static RegisteredStrategy strategy(Map<String, Object> fields) {
    StrategyId id = Input.strategy(fields, "id");
    return new RegisteredStrategy(
        id,
        fields.getOrDefault("name", id).toString(),
        status(fields.getOrDefault("status", "LIVE")),
        uid(fields.getOrDefault("uid", "owner").toString()),
        new AgentId(fields.getOrDefault("agent_id", id).toString()),
        Input.names(fields, "regime_tags"),
        Boolean.TRUE.equals(fields.get("allow_shorts")),
        Boolean.TRUE.equals(fields.get("scale_in")));
  }

  private static Uid uid(String given) {
    return Uid.of(given)
        .orElseThrow(
            () -> new IllegalArgumentException("uid must be a user id, got '" + given + "'"));
  }

  /** The account, if there is one. */
  static Optional<AccountSnapshot> account(Map<String, Object> file) {
    Map<String, Object> fields = Input.object(file, "account");
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccountSnapshot(
            fields.getOrDefault("account_id", "main").toString(),
            Input.decimal(fields, "equity"),
            Input.decimal(fields, "buying_power"),
            Input.objects(fields, "positions").stream().map(Parts::position).toList(),
            Input.time(fields, "as_of")));
  }

  private static Position position(Map<String, Object> fields) {
    return new Position(
        Input.symbol(fields, "symbol"),
        Input.decimal(fields, "quantity"),
        Input.decimal(fields, "avg_price"),
        fields.getOrDefault("strategy", "").toString().isBlank()
            ? Optional.empty()
            : Optional.of(Input.strategy(fields, "strategy")));
  }

  private static StrategyStatus status(Object word) {
    return Arrays.stream(StrategyStatus.values())
        .filter(status -> status.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "status must be one of "
                        + Arrays.toString(StrategyStatus.values())
                        + ", got "
                        + word));
  }
}
