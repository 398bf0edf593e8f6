package dev.maestro.embedded.journal.fill;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Sorts executions by time. Its memory is one run of them, whatever their number: full runs are
 * written to files of their own and merged in the end.
 */
public final class SortedFills implements AutoCloseable {
  private static final int RUN = 20_000;

  private final Comparator<Execution> order;
  private final int runLength;
  private final List<Path> files = new ArrayList<>();
  private List<Execution> run = new ArrayList<>();

  /** Sorts by time; those of one time as the file's order says. */
  public SortedFills(FillOrder order) {
    this(order, RUN);
  }

  SortedFills(FillOrder order, int runLength) {
    Comparator<Execution> byLine = Comparator.comparingLong(Execution::line);
    this.order =
        Comparator.comparing(Execution::at)
            .thenComparing(order == FillOrder.NEWEST_FIRST ? byLine.reversed() : byLine);
    this.runLength = runLength;
  }

  /** Takes the next execution of the file. */
  public void add(Execution execution) {
    run.add(execution);
    if (run.size() == runLength) {
      spill();
    }
  }

  /** Passes all of them on, oldest first. */
  public void forEach(Consumer<Execution> sink) {
    run.sort(order);
    if (files.isEmpty()) {
      run.forEach(sink);
      return;
    }
    PriorityQueue<Source> sources = new PriorityQueue<>(Comparator.comparing(Source::next, order));
    try {
      for (Path file : files) {
        sources.add(new Source(file));
      }
      List<Execution> rest = run;
      int at = 0;
      while (!sources.isEmpty() || at < rest.size()) {
        Source first = sources.peek();
        boolean isOfRest =
            first == null || (at < rest.size() && order.compare(rest.get(at), first.next()) < 0);
        if (isOfRest) {
          sink.accept(rest.get(at++));
        } else {
          passOn(sources, sink);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      sources.forEach(Source::close);
    }
  }

  private static void passOn(PriorityQueue<Source> sources, Consumer<Execution> sink)
      throws IOException {
    Source first = sources.remove();
    sink.accept(first.next());
    if (first.advance()) {
      sources.add(first);
    } else {
      first.close();
    }
  }

  private void spill() {
    run.sort(order);
    try {
      Path file = Files.createTempFile("fills", ".run");
      files.add(file);
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        for (Execution each : run) {
          ExecutionForm.write(each, out);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    run = new ArrayList<>();
  }

  @Override
  public void close() {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One run on its way back. */
  private static final class Source {
    private final DataInputStream in;
    private Execution next;

    Source(Path file) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
      this.next = ExecutionForm.read(in);
    }

    Execution next() {
      return next;
    }

    boolean advance() throws IOException {
      in.mark(1);
      if (in.read() < 0) {
        return false;
      }
      in.reset();
      next = ExecutionForm.read(in);
      return true;
    }

    void close() {
      try {
        in.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
