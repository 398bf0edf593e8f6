package dev.maestro.cli.cloud;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreException;
import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.engine.tenant.settings.NotInForceException;
import dev.maestro.engine.tenant.settings.OvertakenException;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/** The options of every command that works on a project: which one, and where its Firestore is. */
public final class CloudOptions {
  /** The project of {@code ./maestro up}, meant when only an emulator is named. */
  private static final String EMULATOR_VARIABLE = "FIRESTORE_EMULATOR_HOST";

  private static final String LOCAL_PROJECT = "demo-maestro";

  /** The client's own remarks are no sentences for people; kept here, for loggers are forgotten. */
  private static final Logger CLIENT_LOG = Logger.getLogger("io.grpc");

  /** Longest wait for one answer: a person sits there. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "The Google Cloud project (default: GOOGLE_CLOUD_PROJECT).")
  private Optional<String> project = Optional.empty();

  @Option(
      names = "--emulator",
      paramLabel = "HOST:PORT",
      description = "A Firestore emulator (default: FIRESTORE_EMULATOR_HOST, else the real one).")
  private Optional<String> emulator = Optional.empty();

  /**
   * Does something with the project's Firestore.
   *
   * @throws UsageException if no project is named
   * @throws CommandFailure if Firestore does not answer in some seconds, or what was read or asked
   *     for cannot be
   */
  public <T> T with(Function<Firestore, T> work) {
    return with(new IoMeter(), work);
  }

  /** The same, counting what goes over the wire. */
  public <T> T with(IoMeter meter, Function<Firestore, T> work) {
    CloudSettings settings = settings();
    CLIENT_LOG.setLevel(Level.OFF);
    Firestore firestore =
        FirestoreConnection.open(CloudFirestore.address(settings), meter, PATIENCE);
    try {
      return work.apply(firestore);
    } catch (UnavailableException | FirestoreException gone) {
      throw new CommandFailure(noAnswer(settings, gone));
    } catch (ForeignUserException
        | StaleWriteException
        | RefusedByStoreException
        | NotInForceException
        | OvertakenException
        | UnknownTenantException
        | UnreadableValueException known) {
      throw new CommandFailure(String.valueOf(known.getMessage()));
    } finally {
      firestore.shutdownNow();
    }
  }

  /** Names the store: its emulator if there is one, and its project. */
  public String target() {
    CloudSettings settings = settings();
    return settings.firestoreEmulator().map(host -> host + "/").orElse("") + settings.projectId();
  }

  /**
   * The project, where unsigned tokens are taken.
   *
   * @throws UsageException for every other one
   */
  public String emulatedProject() {
    CloudSettings settings = settings();
    if (!settings.acceptsUnsignedTokens()) {
      throw new UsageException(
          "tokens without a signature are taken only on an emulator, by projects whose name begins"
              + " with demo-, got "
              + target()
              + ": elsewhere sign in through Firebase");
    }
    return settings.projectId();
  }

  private CloudSettings settings() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    given("--emulator", emulator).ifPresent(host -> environment.put(EMULATOR_VARIABLE, host));
    given("--project", project).ifPresent(name -> environment.put("GOOGLE_CLOUD_PROJECT", name));
    if (environment.containsKey(EMULATOR_VARIABLE)) {
      environment.putIfAbsent("GOOGLE_CLOUD_PROJECT", LOCAL_PROJECT);
    }
    try {
      return CloudSettings.read(environment);
    } catch (InvalidConfigurationException invalid) {
      throw new UsageException(
          String.join("; ", invalid.errors()).replace(EMULATOR_VARIABLE, emulatorName())
              + ": use --project, or name an emulator with --emulator or FIRESTORE_EMULATOR_HOST");
    }
  }

  /** An option that names nothing is no leave to go where the environment says. */
  private static Optional<String> given(String option, Optional<String> value) {
    if (value.filter(String::isBlank).isPresent()) {
      throw new UsageException(option + " must not be blank: name it, or leave the option out");
    }
    return value;
  }

  /** What named the emulator: whoever corrects it must know where. */
  private String emulatorName() {
    return emulator.isPresent() ? "--emulator" : EMULATOR_VARIABLE;
  }

  private String noAnswer(CloudSettings settings, Exception failure) {
    return settings
        .firestoreEmulator()
        .map(
            host ->
                "Firestore at "
                    + host
                    + " does not answer: start the emulator ('./maestro up'), or correct "
                    + emulatorName())
        .orElseGet(
            () ->
                "Firestore of project "
                    + settings.projectId()
                    + " does not answer: check the name of the project, the network, and 'gcloud"
                    + " auth application-default login' ("
                    + failure.getMessage()
                    + ")");
  }
}
