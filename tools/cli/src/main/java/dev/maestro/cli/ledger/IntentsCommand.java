package dev.maestro.cli.ledger;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.IntentsView;
import dev.maestro.firestore.api.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro intents}. */
@Command(
    name = "intents",
    description = "The orders of a tenant, newest first, and what became of them.",
    mixinStandardHelpOptions = true)
public final class IntentsCommand implements Callable<Integer> {
  /** The columns; what an intent does not have is left out. */
  private static final List<String> SHOWN =
      List.of(
          "reserved_at",
          "nonce",
          "state",
          "kind",
          "strategy",
          "side",
          "symbol",
          "notional",
          "quantity",
          "filled_quantity",
          "unreadable");

  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(
      names = "--state",
      paramLabel = "S",
      description = "RESERVED, CLAIMED, UNKNOWN, FILLED, RELEASED, EXPIRED or CANCELLED.")
  private Optional<String> state = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "So many at most: 1 to 200 (50).")
  private Optional<String> limit = Optional.empty();

  @Option(names = "--json", description = "Print JSON lines instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    List<?> rows =
        cloud.with(
            firestore -> {
              tenant.load(firestore);
              return page(new IntentsView(firestore));
            });
    rows.forEach(row -> Terminal.out().println(json ? JsonText.write(row) : line((Map<?, ?>) row)));
    if (rows.isEmpty() && !json) {
      Terminal.out().println("There are no such intents.");
    }
    return 0;
  }

  private List<?> page(IntentsView view) {
    try {
      PageRequest first = new PageRequest(tenant.id(), limit, Optional.empty(), Instant.now());
      Written page = view.page(first, state);
      return page.get("intents").map(List.class::cast).orElse(List.of());
    } catch (RefusedInputException refused) {
      throw new UsageException("--" + refused.getMessage());
    }
  }

  private static String line(Map<?, ?> row) {
    return SHOWN.stream()
        .flatMap(name -> Stream.ofNullable(row.get(name)))
        .map(String::valueOf)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("  "));
  }
}
