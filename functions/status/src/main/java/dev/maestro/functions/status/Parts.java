package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import java.time.Clock;

/** What handlers of the API are made of. */
record Parts(Firestore firestore, CloudSettings settings, CloudLog log, Clock clock) {}
