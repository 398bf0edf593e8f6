package dev.maestro.firestore.alert;

import java.util.Map;

/** Where every alert is told as well, whether or not it could be stored. */
@FunctionalInterface
public interface AlertLog {
  /** One line at severity ERROR. */
  void error(String message, Map<String, ?> fields);
}
