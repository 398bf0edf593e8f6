package dev.maestro.cli.tenant;

import dev.maestro.cli.tenant.config.TenantConfigCommand;
import picocli.CommandLine.Command;

/** {@code ./maestro tenant create|show|config|member}. */
@Command(
    name = "tenant",
    description = "Sets up a tenant: its facts, configuration and members.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(create | show | config | member)",
    subcommands = {
      TenantCreateCommand.class,
      TenantShowCommand.class,
      TenantConfigCommand.class,
      TenantMemberCommand.class
    })
public final class TenantCommand {}
