package dev.maestro.cli.policy;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.firestore.api.TenantPolicies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a running system stores of a tenant's policies, as the commands of this room show it. */
public final class TenantState {
  private final Firestore firestore;
  private final TenantId tenant;
  private final TenantPolicies policies;

  /** Reads that of a tenant. */
  public TenantState(Firestore firestore, TenantId tenant) {
    this.firestore = firestore;
    this.tenant = tenant;
    this.policies = new TenantPolicies(firestore, tenant);
  }

  /**
   * The configuration in force.
   *
   * @throws CommandFailure if there is none, or none that can be used
   */
  TenantConfig config() {
    try {
      return CloudStores.configs(firestore)
          .load(tenant)
          .orElseThrow(
              () ->
                  new CommandFailure(
                      "tenant " + tenant + " has no configuration: create it with 'tenant create'"))
          .config();
    } catch (InvalidConfigurationException unusable) {
      throw new CommandFailure(
          "the configuration of "
              + tenant
              + " cannot be used: "
              + String.join("; ", unusable.errors()));
    }
  }

  /**
   * What the meta controller left; empty if it has decided nothing yet.
   *
   * @param now stands in as its time if it cannot be read: it is then an expired, DEFENSIVE one
   */
  public Optional<MetaState> global(Instant now) {
    return policies.global().map(stored -> global(stored, now));
  }

  /** What the meta controller said, newest first. */
  public List<MetaState> globalHistory(int limit, Instant now) {
    return policies.globalHistory(limit).stream().map(stored -> global(stored, now)).toList();
  }

  private static MetaState global(Fields stored, Instant now) {
    try {
      return MetaStateForm.FORM.read(stored);
    } catch (UnreadableValueException lost) {
      return MetaState.lostAt(now);
    }
  }

  /**
   * The trading policy of the newest cycle, with the risk mode of now.
   *
   * @throws CommandFailure if no cycle has decided one
   */
  PolicyEntry policy(Instant now) {
    Optional<MetaState> global = global(now);
    PolicyEntry stored =
        policies
            .trading()
            .map(this::entry)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "tenant " + tenant + " has no policy yet: its first cycle decides one"));
    return new PolicyEntry(
        stored.time(),
        stored.tenant(),
        stored.policy(),
        global.map(state -> state.policy().modeAt(now).name()),
        global.map(state -> state.policy().reasons()).orElse(List.of()));
  }

  /** The trading policies that were new, oldest first. */
  List<PolicyEntry> policyHistory(int limit) {
    List<PolicyEntry> newestFirst =
        policies.tradingHistory(limit).stream().map(this::entry).toList();
    return newestFirst.stream().sorted((a, b) -> a.time().compareTo(b.time())).toList();
  }

  /** The cost of funding as a feeder brings it with the benchmark, for people to see. */
  Optional<String> fundingCost() {
    return config()
        .market()
        .benchmark()
        .flatMap(policies::market)
        .flatMap(market -> market.reading("funding_cost_estimate", Kinds.DECIMAL).value())
        .map(estimate -> estimate.toPlainString());
  }

  private PolicyEntry entry(Fields stored) {
    return new PolicyEntry(
        stored.get("evaluated_at", Kinds.TIME),
        tenant.value(),
        stored.fields("policy"),
        Optional.empty(),
        List.of());
  }
}
