package dev.maestro.cli.tenant.config;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.engine.tenant.shown.ConfigAnswer;
import dev.maestro.firestore.api.ConfigView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro tenant config [show]}. */
@Command(
    name = "config",
    description = {
      "Stores sections of a configuration as the next version and says what changes; sections that"
          + " are not in the file stay, and an invalid one changes nothing.",
      "With 'show': every value in force and where it comes from (tenant, profile, default; what"
          + " the environment of the functions sets, the API shows)."
    },
    mixinStandardHelpOptions = true)
public final class TenantConfigCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Parameters(arity = "0..1", paramLabel = "show", description = "Show what is in force.")
  private Optional<String> word = Optional.empty();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "What to store: one JSON object of sections.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--replace",
      description = "The file is the whole configuration: sections that are not in it are dropped.")
  private boolean replace;

  @Option(names = "--section", paramLabel = "S", description = "Show one section alone.")
  private Optional<String> section = Optional.empty();

  @Option(names = "--json", description = "Show one JSON object instead of the text.")
  private boolean json;

  @Override
  public Integer call() {
    boolean isShow = word.filter("show"::equals).isPresent();
    if (isShow == file.isPresent() || word.isPresent() != isShow) {
      throw new UsageException("say 'tenant config show', or what to store with --file FILE");
    }
    return isShow ? show() : store(file.orElseThrow());
  }

  private int show() {
    TenantId id = tenant.id();
    Optional<ConfigAnswer> found =
        cloud.with(firestore -> read(new ConfigView(firestore, Map.of())));
    ConfigAnswer answer =
        found.orElseThrow(
            () ->
                new CommandFailure(
                    "tenant " + id + " has no configuration: create it with 'tenant create'"));
    if (json) {
      Terminal.out().println(JsonText.write(answer.written()));
    } else {
      ConfigText.lines(id, answer).forEach(Terminal.out()::println);
    }
    answer.errors().forEach(error -> Terminal.error("the newest version is not valid: " + error));
    return answer.inForce().isPresent() ? 0 : 1;
  }

  private Optional<ConfigAnswer> read(ConfigView view) {
    try {
      return view.answer(tenant.id(), section);
    } catch (RefusedInputException refused) {
      throw new UsageException("--" + refused.getMessage());
    }
  }

  private int store(Path path) {
    Fields sections = JsonText.readFile(path);
    ConfigChange change =
        replace ? ConfigChange.replacing(sections) : ConfigChange.merging(sections);
    TenantId id = tenant.id();
    PutConfig.Stored stored =
        cloud.with(
            firestore ->
                CloudStores.putConfig(firestore)
                    .put(id, change, TenantOption.actor(), Instant.now()));
    Terminal.out()
        .println("Stored version " + stored.version() + " of the configuration of " + id + ".");
    ConfigText.changes(change, stored).forEach(Terminal.out()::println);
    return 0;
  }
}
