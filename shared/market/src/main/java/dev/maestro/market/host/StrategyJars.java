package dev.maestro.market.host;

import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.systemic.RiskCheck;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Finds strategies and risk checks with {@link ServiceLoader}: the built-in ones and those of the
 * jars in a folder. Nothing of them runs here; each is made on its own thread, when it is first
 * asked. A jar whose classes call what ends the process is not loaded ({@link ClassCalls}).
 */
public final class StrategyJars {
  private final List<String> faults = new ArrayList<>();
  private boolean mayLackCheck;

  private StrategyJars() {}

  /**
   * What was found.
   *
   * @param strategies in the order of their class names
   * @param checks in the order of their class names
   * @param mayLackCheck true if something that cannot be used is, or may be, a risk check
   * @param faults one sentence per service entry, jar or folder that cannot be used
   */
  public record Found(
      List<HostedStrategy> strategies,
      List<HostedCheck> checks,
      boolean mayLackCheck,
      List<String> faults) {
    /** Keeps its own lists. */
    public Found {
      strategies = List.copyOf(strategies);
      checks = List.copyOf(checks);
      faults = List.copyOf(faults);
    }
  }

  /** Looks on the class path alone. */
  public static Found builtIn() {
    return new StrategyJars().find(StrategyJars.class.getClassLoader());
  }

  /** Looks on the class path and into the jars of a folder. */
  public static Found in(Path folder) {
    StrategyJars jars = new StrategyJars();
    List<URL> usable = jars.usable(folder);
    ClassLoader parent = StrategyJars.class.getClassLoader();
    Found found = jars.find(new URLClassLoader(usable.toArray(new URL[0]), parent));
    Found builtIn = builtIn();
    boolean holdsNone =
        found.strategies().size() == builtIn.strategies().size()
            && found.checks().size() == builtIn.checks().size();
    if (found.faults().isEmpty() && holdsNone) {
      jars.faults.add(
          "no jar in " + folder + " names a strategy or risk check in its META-INF/services");
    }
    return new Found(found.strategies(), found.checks(), jars.mayLackCheck, jars.faults);
  }

  /** A folder that is not there, or holds no jar, was meant to be another one. */
  private List<URL> usable(Path folder) {
    List<URL> usable = new ArrayList<>();
    int files = 0;
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : jars) {
        files++;
        inspect(file, usable);
      }
    } catch (IOException unreadable) {
      fault("the folder of strategies cannot be read: " + folder + " is no folder", true);
      return List.of();
    }
    if (files == 0) {
      fault("the folder of strategies holds no jar: " + folder, true);
    }
    return usable;
  }

  private void inspect(Path file, List<URL> usable) throws MalformedURLException {
    JarInspection inspection = JarInspection.of(file);
    inspection.fault().ifPresent(sentence -> fault(sentence, inspection.mayHoldCheck()));
    if (inspection.fault().isEmpty()) {
      usable.add(file.toUri().toURL());
    }
  }

  private void fault(String sentence, boolean mayBeCheck) {
    faults.add(sentence);
    mayLackCheck |= mayBeCheck;
  }

  private Found find(ClassLoader loader) {
    List<HostedStrategy> strategies =
        find(
            Strategy.class,
            loader,
            provider -> new HostedStrategy(provider.type().getName(), provider));
    int before = faults.size();
    List<HostedCheck> checks =
        find(
            RiskCheck.class,
            loader,
            provider -> new HostedCheck(provider.type().getName(), provider));
    mayLackCheck |= faults.size() > before;
    strategies.sort(Comparator.comparing(HostedStrategy::className));
    checks.sort(Comparator.comparing(HostedCheck::className));
    return new Found(strategies, checks, mayLackCheck, faults);
  }

  private <S, T> List<T> find(
      Class<S> service, ClassLoader loader, Function<ServiceLoader.Provider<S>, T> host) {
    List<T> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<S>> providers =
        ServiceLoader.load(service, loader).stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = providers.hasNext();
        if (more) {
          found.add(host.apply(providers.next()));
        }
      } catch (ServiceConfigurationError | LinkageError broken) {
        faults.add("a " + service.getSimpleName() + " cannot be loaded: " + broken.getMessage());
      }
    }
    return found;
  }
}
