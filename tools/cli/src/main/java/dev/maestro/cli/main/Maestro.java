package dev.maestro.cli.main;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.control.FlattenCommand;
import dev.maestro.cli.control.HaltCommand;
import dev.maestro.cli.control.RearmCommand;
import dev.maestro.cli.control.ReduceCommand;
import dev.maestro.cli.control.ResumeCommand;
import dev.maestro.cli.cycle.AuditCommand;
import dev.maestro.cli.cycle.OrchestrateCommand;
import dev.maestro.cli.demo.DemoCommand;
import dev.maestro.cli.deploy.DeployCommand;
import dev.maestro.cli.eval.EvalCommand;
import dev.maestro.cli.evidence.EvidenceCommand;
import dev.maestro.cli.hook.HookGroup;
import dev.maestro.cli.imports.ImportCommand;
import dev.maestro.cli.journal.FormatsCommand;
import dev.maestro.cli.lab.LabCommand;
import dev.maestro.cli.ledger.IntentsCommand;
import dev.maestro.cli.ledger.LedgerGroup;
import dev.maestro.cli.local.TokenCommand;
import dev.maestro.cli.local.UpCommand;
import dev.maestro.cli.mcp.McpCommand;
import dev.maestro.cli.msc.MscCommand;
import dev.maestro.cli.policy.PolicyCommand;
import dev.maestro.cli.policy.ProfileCommand;
import dev.maestro.cli.replay.ReplayCommand;
import dev.maestro.cli.replay.ReplayCycleCommand;
import dev.maestro.cli.replay.WhatIfCommand;
import dev.maestro.cli.replay.WhyCommand;
import dev.maestro.cli.snapshots.SnapshotsCommand;
import dev.maestro.cli.tenant.StrategyCommand;
import dev.maestro.cli.tenant.TenantCommand;
import dev.maestro.cli.value.ValueCommand;
import dev.maestro.cli.weights.WeightsCommand;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.number.Decimals;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program behind {@code ./maestro}. Exit codes: 0 done, 1 what was asked for failed, 2 wrong
 * usage or configuration. Errors are one sentence on standard error.
 */
@Command(
    name = "maestro",
    description = "Orchestration for multi-agent trading: who gets how much capital now, and why.",
    mixinStandardHelpOptions = true,
    version = "maestro " + EngineVersion.CURRENT,
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      WeightsCommand.class,
      EvidenceCommand.class,
      ReplayCommand.class,
      FormatsCommand.class,
      OrchestrateCommand.class,
      AuditCommand.class,
      ReplayCycleCommand.class,
      WhyCommand.class,
      WhatIfCommand.class,
      ValueCommand.class,
      ProfileCommand.class,
      PolicyCommand.class,
      MscCommand.class,
      IntentsCommand.class,
      LedgerGroup.class,
      HaltCommand.class,
      ReduceCommand.class,
      FlattenCommand.class,
      ResumeCommand.class,
      RearmCommand.class,
      TenantCommand.class,
      StrategyCommand.class,
      HookGroup.class,
      TokenCommand.class,
      McpCommand.class,
      ImportCommand.class,
      SnapshotsCommand.class,
      EvalCommand.class,
      LabCommand.class,
      DeployCommand.class
    })
public final class Maestro {
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private Maestro() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command. */
  public static int run(String... arguments) {
    CommandLine program = new CommandLine(new Maestro());
    program.setExecutionExceptionHandler(Maestro::report);
    program.setParameterExceptionHandler(Maestro::reportUsage);
    program.registerConverter(BigDecimal.class, Maestro::decimal);
    program.setOut(new PrintWriter(Terminal.out(), true, StandardCharsets.UTF_8));
    if (arguments.length == 0) {
      program.usage(program.getOut());
      return WRONG_USAGE;
    }
    return program.execute(arguments);
  }

  /** A decimal on the command line; what a person types instead is named, no exception is. */
  private static BigDecimal decimal(String text) {
    return Decimals.read(text)
        .orElseThrow(
            () ->
                new CommandLine.TypeConversionException(
                    "'" + text + "' is no number: write digits only, decimals after a point"));
  }

  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> Terminal.error("configuration: " + error));
      return WRONG_USAGE;
    }
    if (failure instanceof UsageException usage) {
      Terminal.error(String.valueOf(usage.getMessage()));
      return WRONG_USAGE;
    }
    if (failure instanceof JournalFileException || failure instanceof CommandFailure) {
      Terminal.error(String.valueOf(failure.getMessage()));
      return FAILED;
    }
    throw failure;
  }

  private static int reportUsage(CommandLine.ParameterException failure, String[] arguments) {
    String name = failure.getCommandLine().getCommandSpec().qualifiedName();
    Terminal.error(failure.getMessage() + "; see '" + name + " --help'");
    return WRONG_USAGE;
  }
}
