package dev.maestro.emulator.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that was started here; closing it ends it and everything it started. */
public final class ChildProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final String name;
  private final Process process;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process.
   *
   * @param environment added to that of this process
   * @param log takes both of its outputs; what is there already is kept
   */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      ChildProcess child = new ChildProcess(name, builder.start(), log);
      child.process.getOutputStream().close();
      return child;
    } catch (IOException unstartable) {
      throw new UncheckedIOException(name + " cannot be started: " + command.get(0), unstartable);
    }
  }

  /**
   * Waits until it answers a request with a status below 500.
   *
   * @throws IllegalStateException if it ends or stays silent, naming its log
   */
  public void awaitAnswer(URI address, Duration patience) {
    await(() -> answers(address), patience);
  }

  private void await(BooleanSupplier isReady, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    while (!isReady.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new IllegalStateException(name + " ended with " + exitCode() + where());
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            name + " gave no answer within " + patience.toSeconds() + " s" + where());
      }
      pause();
    }
  }

  /**
   * Waits until something listens on a port of the loopback address.
   *
   * @throws IllegalStateException if it ends or stays silent, naming its log
   */
  public void awaitPort(int port, Duration patience) {
    await(() -> Ports.isListening(port), patience);
  }

  /** Completes with the exit code when it ends. */
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** The id of the process. */
  public long pid() {
    return process.pid();
  }

  /** True until it ends. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /** Asks it to end, and ends it if it does not. */
  @Override
  public void close() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean answers(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", stop);
    }
  }

  private void pause() {
    try {
      process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, stop);
    }
  }

  private int exitCode() {
    return process.exitValue();
  }

  private String where() {
    return ": " + lastLine() + " (" + log + ")";
  }

  /** What it said last; the frames of a trace are for who opens the log. */
  private String lastLine() {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("\t"))
          .reduce((first, second) -> second)
          .map(String::strip)
          .orElse("it said nothing");
    } catch (IOException unreadable) {
      return "its log cannot be read";
    }
  }
}
