package dev.maestro.local.catalog;

import java.nio.file.Path;

/** A function as it is deployed: its module, its entry point, and what starts it. */
public enum DeployedFunction {
  /** Starts a slot. */
  ORCHESTRATE("orchestrate", "OrchestrateFunction", Trigger.SCHEDULE, "*/5 * * * *"),
  /** Decides one tenant's slot. */
  CONDUCT("conduct", "ConductFunction", Trigger.TOPIC, "maestro-cycles"),
  /** Follows closed trades. */
  REWEIGH("reweigh", "ReweighFunction", Trigger.DOCUMENT, "users/{uid}/tradeJournal/{tradeId}"),
  /** Has the day closed for all tenants. */
  SNAPSHOT("snapshot", "SnapshotFunction", Trigger.SCHEDULE, "10 0 * * *"),
  /** Closes the day of one tenant; a second entry point in the jar of {@link #SNAPSHOT}. */
  SNAPSHOT_TENANT(
      "snapshot-tenant", "snapshot", "SnapshotTenantFunction", Trigger.TOPIC, "maestro-snapshots"),
  /** Answers people and programs. */
  STATUS("status", "StatusFunction", Trigger.HTTP, "");

  /** What starts a function. */
  public enum Trigger {
    /** A request of whoever may call it. */
    HTTP,
    /** A request of Cloud Scheduler; the source is a cron line. */
    SCHEDULE,
    /** A message; the source is the topic. */
    TOPIC,
    /** A write of a document; the source is the pattern of its path. */
    DOCUMENT
  }

  private final String id;
  private final String module;
  private final String className;
  private final Trigger trigger;
  private final String source;

  DeployedFunction(String id, String className, Trigger trigger, String source) {
    this(id, id, className, trigger, source);
  }

  DeployedFunction(String id, String module, String className, Trigger trigger, String source) {
    this.id = id;
    this.module = module;
    this.className = className;
    this.trigger = trigger;
    this.source = source;
  }

  /** Its name: {@code conduct}. */
  public String id() {
    return id;
  }

  /** The module under {@code functions/} whose jar it is in; two functions may share one. */
  public String module() {
    return module;
  }

  /** The class that the functions framework calls. */
  public String entryPoint() {
    return "dev.maestro.functions." + module + "." + className;
  }

  /** What starts it. */
  public Trigger trigger() {
    return trigger;
  }

  /** Cron line, topic or path pattern; blank for HTTP. */
  public String source() {
    return source;
  }

  /** The jar that is deployed, alone in its folder, below the root of the project. */
  public Path jar() {
    return Path.of("functions", module, "target", "deployment", module + ".jar");
  }
}
