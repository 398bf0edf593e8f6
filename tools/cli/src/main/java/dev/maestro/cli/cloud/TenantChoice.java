package dev.maestro.cli.cloud;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.name.TenantId;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --tenant T} where it may be left out: the state of the running system, not of a file. */
public final class TenantChoice {
  @Mixin private CloudOptions cloud = new CloudOptions();

  @Option(
      names = "--tenant",
      paramLabel = "T",
      description = "Of this tenant of a running system, as its functions store it.")
  private Optional<String> tenant = Optional.empty();

  /** True if a tenant is named. */
  public boolean isGiven() {
    return tenant.isPresent();
  }

  /**
   * The tenant.
   *
   * @throws UsageException if none is named, or what is named can name none
   */
  public TenantId id() {
    return TenantOption.id(
        tenant.orElseThrow(() -> new UsageException("name the tenant with --tenant T")));
  }

  /** Looks at what is stored of the tenant. */
  public <T> T with(BiFunction<Firestore, TenantId, T> work) {
    TenantId id = id();
    return cloud.with(firestore -> work.apply(firestore, id));
  }
}
