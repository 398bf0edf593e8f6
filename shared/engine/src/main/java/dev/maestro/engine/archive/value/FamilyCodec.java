package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A closed set of types behind one interface: the name of the type, and the value under it. */
record FamilyCodec(Class<?> family, Map<String, ValueCodec> members) implements ValueCodec {
  static FamilyCodec of(
      Class<?> family, List<Class<?>> members, Function<Class<?>, ValueCodec> codecs) {
    SortedMap<String, ValueCodec> byName = new TreeMap<>();
    members.forEach(member -> byName.put(member.getSimpleName(), codecs.apply(member)));
    return new FamilyCodec(family, byName);
  }

  @Override
  public void write(Object value, CanonicalBytes out) {
    String name = value.getClass().getSimpleName();
    out.ascii('{');
    out.quoted(name);
    out.ascii(':');
    member(name, family.getSimpleName()).write(value, out);
    out.ascii('}');
  }

  @Override
  public Object read(Object plain, String place) {
    if (plain instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      return member(only.getKey().toString(), place).read(only.getValue(), place);
    }
    throw new UnusableValueException(place, "a " + family.getSimpleName() + " is needed");
  }

  private ValueCodec member(String name, String place) {
    ValueCodec found = members.get(name);
    if (found == null) {
      throw new UnusableValueException(place, "one of " + members.keySet() + ", got " + name);
    }
    return found;
  }
}
