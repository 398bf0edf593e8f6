package dev.maestro.firestore.store;

import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.RunAggregationQueryRequest;
import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.RunQueryResponse;
import com.google.firestore.v1.StructuredQuery;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what goes over the wire to Firestore: documents read (a missing one is read, too),
 * documents written, and calls. It keeps the queries, too, if it is asked to, so that a test can
 * hold them against the indexes; a process that serves for days must not.
 */
public final class IoMeter implements ClientInterceptor {
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final ConcurrentLinkedQueue<StructuredQuery> queries = new ConcurrentLinkedQueue<>();
  private final boolean isKeepingQueries;

  /** Counts. */
  public IoMeter() {
    this(false);
  }

  private IoMeter(boolean isKeepingQueries) {
    this.isKeepingQueries = isKeepingQueries;
  }

  /** Counts, and keeps every query. */
  public static IoMeter keepingQueries() {
    return new IoMeter(true);
  }

  /** What was counted between two looks. */
  public record Count(long reads, long writes, long calls) {
    /** What came after the earlier count. */
    public Count since(Count earlier) {
      return new Count(reads - earlier.reads, writes - earlier.writes, calls - earlier.calls);
    }
  }

  /** Everything so far. */
  public Count count() {
    return new Count(reads.get(), writes.get(), calls.get());
  }

  /** The queries so far, in the order in which they were sent; none if nobody asked for them. */
  public List<StructuredQuery> queries() {
    return List.copyOf(queries);
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        calls.incrementAndGet();
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                countAnswer(message);
                super.onMessage(message);
              }
            },
            headers);
      }

      @Override
      public void sendMessage(Q message) {
        countRequest(message);
        super.sendMessage(message);
      }
    };
  }

  private void countRequest(Object message) {
    if (message instanceof CommitRequest commit) {
      writes.addAndGet(commit.getWritesCount());
    } else if (message instanceof RunQueryRequest query) {
      keep(query.getStructuredQuery());
    } else if (message instanceof RunAggregationQueryRequest sum) {
      keep(sum.getStructuredAggregationQuery().getStructuredQuery());
    }
  }

  private void keep(StructuredQuery query) {
    if (isKeepingQueries) {
      queries.add(query);
    }
  }

  private void countAnswer(Object message) {
    boolean isRead =
        message instanceof BatchGetDocumentsResponse answer
            ? answer.hasFound() || !answer.getMissing().isEmpty()
            : message instanceof RunQueryResponse result && result.hasDocument();
    if (isRead) {
      reads.incrementAndGet();
    }
  }
}
