package dev.maestro.market.host;

import dev.maestro.engine.signal.Strategy;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds strategies with {@link ServiceLoader}: the built-in ones and those of the jars in a folder.
 * Nothing of a strategy runs here; it is made on its own thread, when it is first asked.
 */
public final class StrategyJars {
  private StrategyJars() {}

  /**
   * What was found.
   *
   * @param strategies in the order of their class names
   * @param faults one sentence per service entry or jar that cannot be used
   */
  public record Found(List<HostedStrategy> strategies, List<String> faults) {}

  /** Looks on the class path alone. */
  public static Found builtIn() {
    return find(StrategyJars.class.getClassLoader(), new ArrayList<>());
  }

  /** Looks on the class path and into the jars of a folder; a missing folder holds none. */
  public static Found in(Path folder) {
    List<String> faults = new ArrayList<>();
    List<URL> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path file : files) {
          jars.add(url(file));
        }
      } catch (IOException unreadable) {
        faults.add("the strategy folder " + folder + " cannot be read: " + unreadable.getMessage());
      }
    }
    ClassLoader parent = StrategyJars.class.getClassLoader();
    return find(new URLClassLoader(jars.toArray(new URL[0]), parent), faults);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }

  private static Found find(ClassLoader loader, List<String> faults) {
    List<HostedStrategy> strategies = new ArrayList<>();
    Iterator<ServiceLoader.Provider<Strategy>> providers =
        ServiceLoader.load(Strategy.class, loader).stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = providers.hasNext();
        if (more) {
          ServiceLoader.Provider<Strategy> provider = providers.next();
          strategies.add(new HostedStrategy(provider.type().getName(), provider));
        }
      } catch (ServiceConfigurationError | LinkageError broken) {
        faults.add("a strategy cannot be loaded: " + broken.getMessage());
      }
    }
    strategies.sort((a, b) -> a.className().compareTo(b.className()));
    return new Found(List.copyOf(strategies), List.copyOf(faults));
  }
}
