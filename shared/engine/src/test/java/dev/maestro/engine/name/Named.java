package dev.maestro.engine.name;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names as tests write them. */
public final class Named {
  private Named() {}

  public static List<StrategyId> strategies(String... ids) {
    return Arrays.stream(ids).map(StrategyId::new).toList();
  }

  public static List<AgentId> agents(String... names) {
    return Arrays.stream(names).map(AgentId::new).toList();
  }

  public static List<Symbol> symbols(String... symbols) {
    return Arrays.stream(symbols).map(Symbol::new).toList();
  }

  public static <V> Map<StrategyId, V> byStrategy(Map<String, V> values) {
    Map<StrategyId, V> named = new HashMap<>();
    values.forEach((id, value) -> named.put(new StrategyId(id), value));
    return named;
  }

  public static <V> Map<AgentId, V> byAgent(Map<String, V> values) {
    Map<AgentId, V> named = new HashMap<>();
    values.forEach((name, value) -> named.put(new AgentId(name), value));
    return named;
  }
}
