package dev.maestro.cli.ledger;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Plural;
import dev.maestro.cli.Terminal;
import dev.maestro.engine.form.Written;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro ledger verify}: exit code 1 if anything does not agree. */
@Command(
    name = "verify",
    description = "Holds a ledger against its intents, closes and trades; names all that differs.",
    mixinStandardHelpOptions = true)
final class LedgerVerifyCommand implements Callable<Integer> {
  private static final int FOUND = 1;

  @Mixin private LedgerOptions options = new LedgerOptions();

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    LedgerDocuments.Check check =
        options.onTenant(
            firestore ->
                new LedgerDocuments(firestore, options.tenant(), options.account()).verify());
    List<String> findings = check.findings();
    if (json) {
      Terminal.out()
          .println(
              JsonText.write(
                  Written.of("tenant", options.tenant())
                      .with("account", options.account().value())
                      .with("intents", check.intents())
                      .with("closes", check.closes())
                      .with("findings", findings)));
    } else {
      findings.forEach(finding -> Terminal.out().println(finding));
      Terminal.out()
          .println(
              (findings.isEmpty() ? "All agrees: " : Plural.of(findings.size(), "finding") + ": ")
                  + Plural.of(check.intents(), "intent")
                  + ", "
                  + Plural.of(check.closes(), "close")
                  + ".");
    }
    return findings.isEmpty() ? 0 : FOUND;
  }
}
