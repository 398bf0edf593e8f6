package dev.maestro.firestore.alert;

import java.util.Map;

/** Where every alert is told as well, whether or not it could be stored. */
@FunctionalInterface
public interface AlertLog {
  /** One line; {@code alert_severity} says how soon somebody has to look. */
  void tell(String message, Map<String, ?> fields);
}
