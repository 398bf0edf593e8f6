package dev.maestro.firestore.wrong;

import com.google.firestore.v1.ArrayValue;
import com.google.firestore.v1.MapValue;
import com.google.firestore.v1.Value;
import com.google.protobuf.NullValue;
import com.google.protobuf.Timestamp;
import java.util.Optional;

/** What may stand where something else should. */
enum WrongValue {
  /** Nothing, not even the name. */
  ABSENT(Optional.empty()),
  /** The name alone. */
  NULL(Value.newBuilder().setNullValue(NullValue.NULL_VALUE)),
  /** A text that is none of our words. */
  TEXT(Value.newBuilder().setStringValue("~ nonsense ~")),
  /** A blank text. */
  EMPTY(Value.newBuilder().setStringValue("")),
  /** A text that takes most of a document. */
  LONG_TEXT(Value.newBuilder().setStringValue("x".repeat(900_000))),
  /** A whole number. */
  NUMBER(Value.newBuilder().setIntegerValue(7)),
  /** No number. */
  NAN(Value.newBuilder().setDoubleValue(Double.NaN)),
  /** Below 0. */
  NEGATIVE(Value.newBuilder().setDoubleValue(-3.5)),
  /** More than anything that is counted or paid. */
  HUGE(Value.newBuilder().setDoubleValue(1e300)),
  /** A flag. */
  FLAG(Value.newBuilder().setBooleanValue(true)),
  /** Several of something. */
  LIST(
      Value.newBuilder()
          .setArrayValue(
              ArrayValue.newBuilder()
                  .addValues(Value.newBuilder().setStringValue("~"))
                  .addValues(Value.newBuilder().setNullValue(NullValue.NULL_VALUE)))),
  /** None of several. */
  EMPTY_LIST(Value.newBuilder().setArrayValue(ArrayValue.getDefaultInstance())),
  /** Names of our own making. */
  MAP(
      Value.newBuilder()
          .setMapValue(
              MapValue.newBuilder().putFields("~", Value.newBuilder().setIntegerValue(1).build()))),
  /** No names. */
  EMPTY_MAP(Value.newBuilder().setMapValue(MapValue.getDefaultInstance())),
  /** A time that nobody here sees. */
  YEAR_2099(
      Value.newBuilder()
          .setTimestampValue(Timestamp.newBuilder().setSeconds(4_070_908_800L).build())),
  /** The same as a text of a day. */
  DAY_2099(Value.newBuilder().setStringValue("2099-01-01"));

  private final Optional<Value> value;

  WrongValue(Value.Builder value) {
    this(Optional.of(value.build()));
  }

  WrongValue(Optional<Value> value) {
    this.value = value;
  }

  /** Empty: the name is taken away. */
  Optional<Value> value() {
    return value;
  }
}
