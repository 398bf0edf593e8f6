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
  /** Closes the day. */
  SNAPSHOT("snapshot", "SnapshotFunction", Trigger.SCHEDULE, "10 0 * * *"),
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
  private final String className;
  private final Trigger trigger;
  private final String source;

  DeployedFunction(String id, String className, Trigger trigger, String source) {
    this.id = id;
    this.className = className;
    this.trigger = trigger;
    this.source = source;
  }

  /** Its name, which is that of its module: {@code conduct}. */
  public String id() {
    return id;
  }

  /** The class that the functions framework calls. */
  public String entryPoint() {
    return "dev.maestro.functions." + id + "." + className;
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
    return Path.of("functions", id, "target", "deployment", id + ".jar");
  }
}
