package dev.maestro.firestore.wrong;

import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.RunQueryResponse;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps every document that comes over the wire, by its full name. */
final class Recorder implements ClientInterceptor {
  private final SortedMap<String, Document> documents =
      Collections.synchronizedSortedMap(new TreeMap<>());

  SortedMap<String, Document> documents() {
    return new TreeMap<>(documents);
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                record(message);
                super.onMessage(message);
              }
            },
            headers);
      }
    };
  }

  private void record(Object message) {
    if (message instanceof BatchGetDocumentsResponse answer && answer.hasFound()) {
      documents.put(answer.getFound().getName(), answer.getFound());
    } else if (message instanceof RunQueryResponse result && result.hasDocument()) {
      documents.put(result.getDocument().getName(), result.getDocument());
    }
  }
}
