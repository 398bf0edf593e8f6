package dev.maestro.cli.ledger;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.engine.claim.TenantLedger;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro ledger show}. */
@Command(
    name = "show",
    description =
        "The ledger of an account: sums, holdings, lots, open intents, what stands still.",
    mixinStandardHelpOptions = true)
final class LedgerShowCommand implements Callable<Integer> {
  @Mixin private LedgerOptions options = new LedgerOptions();

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    TenantLedger ledger =
        options.onTenant(
            firestore ->
                new LedgerDocuments(firestore, options.tenant(), options.account()).require());
    if (json) {
      Terminal.out().println(JsonText.write(LedgerText.JSON.write(ledger)));
    } else {
      LedgerText.lines(ledger).forEach(Terminal.out()::println);
    }
    return 0;
  }
}
