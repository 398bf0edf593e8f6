package dev.maestro.engine.capital.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An immutable map in the order of its keys, on one array of keys and one of values. A change
 * copies both arrays, which for the at most 500 entries of a ledger costs less than a tree does. No
 * map for thousands of entries.
 */
public final class SortedTable<K extends Comparable<? super K>, V> {
  private static final Object[] NONE = {};

  private final Object[] keys;
  private final Object[] values;

  private SortedTable(Object[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** Without entries. */
  public static <K extends Comparable<? super K>, V> SortedTable<K, V> empty() {
    return new SortedTable<>(NONE, NONE);
  }

  /** The number of entries. */
  public int size() {
    return keys.length;
  }

  /** The value of a key. */
  public Optional<V> get(K key) {
    int at = find(key);
    return at < 0 ? Optional.empty() : Optional.of(value(at));
  }

  /** With another value for a key. */
  public SortedTable<K, V> with(K key, V value) {
    int at = find(key);
    if (at >= 0) {
      Object[] changed = values.clone();
      changed[at] = value;
      return new SortedTable<>(keys, changed);
    }
    int place = -at - 1;
    return new SortedTable<>(inserted(keys, place, key), inserted(values, place, value));
  }

  /** Without a key. */
  public SortedTable<K, V> without(K key) {
    int at = find(key);
    return at < 0 ? this : new SortedTable<>(removed(keys, at), removed(values, at));
  }

  /** All values in the order of their keys; a view that cannot be changed. */
  @SuppressWarnings("unchecked")
  public List<V> values() {
    return (List<V>) (List<?>) Collections.unmodifiableList(Arrays.asList(values));
  }

  /** All keys in order; a view that cannot be changed. */
  @SuppressWarnings("unchecked")
  public List<K> keys() {
    return (List<K>) (List<?>) Collections.unmodifiableList(Arrays.asList(keys));
  }

  /** The values from a key on, in order; a view that cannot be changed. */
  public List<V> from(K key) {
    int at = find(key);
    return values().subList(at < 0 ? -at - 1 : at, keys.length);
  }

  private int find(K key) {
    int low = 0;
    int high = keys.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = key(middle).compareTo(key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  @SuppressWarnings("unchecked")
  private K key(int at) {
    return (K) keys[at];
  }

  @SuppressWarnings("unchecked")
  private V value(int at) {
    return (V) values[at];
  }

  private static Object[] inserted(Object[] array, int at, Object element) {
    Object[] longer = new Object[array.length + 1];
    System.arraycopy(array, 0, longer, 0, at);
    longer[at] = element;
    System.arraycopy(array, at, longer, at + 1, array.length - at);
    return longer;
  }

  private static Object[] removed(Object[] array, int at) {
    Object[] shorter = new Object[array.length - 1];
    System.arraycopy(array, 0, shorter, 0, at);
    System.arraycopy(array, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SortedTable<?, ?> table
        && Arrays.equals(keys, table.keys)
        && Arrays.equals(values, table.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return keys() + " -> " + values();
  }
}
