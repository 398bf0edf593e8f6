package dev.maestro.cli.hook;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.hook.Hook;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.hook.FirestoreHooks;
import dev.maestro.firestore.tenant.StrategyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro hook create}. */
@Command(
    name = "create",
    description = "Makes a hook of a strategy and prints its address and its secret, once.",
    mixinStandardHelpOptions = true)
final class HookCreateCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--strategy", required = true, paramLabel = "ID", description = "Whose signals.")
  private String strategy = "";

  @Option(
      names = "--symbols",
      required = true,
      split = ",",
      paramLabel = "S",
      description = "The symbols that it may name, and no other.")
  private List<String> symbols = List.of();

  @Option(
      names = "--names",
      split = ",",
      paramLabel = "FIELD=NAME",
      description = "What the sender calls a field of a signal: symbol=ticker,action=side.")
  private Map<String, String> names = Map.of();

  @Override
  public Integer call() {
    StrategyId id =
        StrategyId.of(strategy)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--strategy must be " + StrategyId.RULE + ", got '" + strategy + "'"));
    List<Symbol> allowed = symbols.stream().map(HookCreateCommand::symbol).toList();
    String secret = HookGroup.newSecret();
    Hook created =
        cloud.with(
            firestore -> {
              Tenant owning = tenant.load(firestore);
              requireStrategy(new StrategyStore(firestore), owning, id);
              Hook hook = hook(owning, id, allowed, secret);
              new FirestoreHooks(firestore).create(hook);
              return hook;
            });
    HookGroup.print(created, secret);
    return 0;
  }

  private Hook hook(Tenant owning, StrategyId id, List<Symbol> allowed, String secret) {
    Instant now = Instant.now();
    try {
      return new Hook(
          HookGroup.newId(),
          owning.id(),
          id,
          allowed,
          new TreeMap<>(names),
          Optional.of(Hook.hash(secret)),
          TenantOption.actor(),
          now,
          now);
    } catch (InvalidConfigurationException wrong) {
      throw new UsageException("--names: " + String.join("; ", wrong.errors()));
    }
  }

  private static void requireStrategy(StrategyStore strategies, Tenant owning, StrategyId id) {
    boolean isThere =
        strategies.list(owning.id(), owning.ownerUid()).known().stream()
            .anyMatch(known -> known.id().equals(id));
    if (!isThere) {
      throw new CommandFailure(
          "strategy " + id + " of " + owning.id() + " is not registered: see 'strategy list'");
    }
  }

  private static Symbol symbol(String given) {
    return Symbol.of(given)
        .orElseThrow(
            () ->
                new UsageException(
                    "--symbols must be symbols with commas between, got '" + given + "'"));
  }
}
