package dev.maestro.market.host;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a compiled class calls, as far as it ends or cripples the process that it runs in. Reads the
 * constant pool, in which every method and field that the code names stands by its name (JVM
 * specification, chapter 4.4). It does not see what is called by reflection or by a name that is
 * put together at run time, a program that the class starts, nor what a class makes of other
 * classes.
 */
final class ClassCalls {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int NATIVE = 0x0100;
  private static final Set<String> ENDING =
      Set.of(
          "java/lang/System.exit",
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/Runtime.exit",
          "java/lang/Runtime.halt",
          "java/lang/Runtime.load",
          "java/lang/Runtime.loadLibrary");

  /** Memory and code beside the JVM: one wrong address ends it. */
  private static final List<String> BESIDE =
      List.of("sun/misc/Unsafe.", "jdk/internal/", "java/lang/foreign/");

  private static final Set<String> STANDARD_OUTPUT =
      Set.of(
          "java/lang/System.out",
          "java/lang/System.err",
          "java/io/FileDescriptor.out",
          "java/io/FileDescriptor.err");
  private static final String CLOSING = "java/io/[A-Za-z]*(Stream|Writer)\\.close";

  private final DataInputStream in;
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, Integer> classes = new HashMap<>();
  private final Map<Integer, Integer> names = new HashMap<>();
  private final List<int[]> members = new ArrayList<>();

  private ClassCalls(byte[] compiled) {
    this.in = new DataInputStream(new ByteArrayInputStream(compiled));
  }

  /**
   * The first call that ends or cripples the process, like {@code System.exit}; empty if it names
   * none.
   *
   * @throws IOException if this is no class
   */
  static Optional<String> ending(byte[] compiled) throws IOException {
    ClassCalls calls = new ClassCalls(compiled);
    calls.readPool();
    List<String> named = calls.named();
    Optional<String> ending =
        named.stream()
            .filter(name -> ENDING.contains(name) || BESIDE.stream().anyMatch(name::startsWith))
            .findFirst();
    boolean isClosing =
        named.stream().anyMatch(STANDARD_OUTPUT::contains)
            && named.stream().anyMatch(name -> name.matches(CLOSING));
    if (ending.isEmpty() && isClosing) {
      return Optional.of("close beside System.out");
    }
    if (ending.isEmpty() && calls.hasNativeMethod()) {
      return Optional.of("a native method");
    }
    return ending.map(name -> name.substring(name.lastIndexOf('/') + 1));
  }

  private void readPool() throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("it does not begin as a class");
    }
    in.readInt();
    int size = in.readUnsignedShort();
    for (int place = 1; place < size; place++) {
      place += readConstant(place);
    }
  }

  /** Returns how many further places the constant takes. */
  private int readConstant(int place) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case 1 -> texts.put(place, in.readUTF());
      case 7 -> classes.put(place, in.readUnsignedShort());
      case 8, 16, 19, 20 -> in.readUnsignedShort();
      case 9, 10, 11 -> members.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
      case 12 -> {
        names.put(place, in.readUnsignedShort());
        in.readUnsignedShort();
      }
      case 15 -> {
        in.readUnsignedByte();
        in.readUnsignedShort();
      }
      case 3, 4, 17, 18 -> in.readInt();
      case 5, 6 -> in.readLong();
      default -> throw new IOException("it holds a constant of kind " + tag);
    }
    return tag == 5 || tag == 6 ? 1 : 0;
  }

  /** Fields and methods as {@code java/lang/System.exit}. */
  private List<String> named() {
    return members.stream()
        .map(member -> text(classes, member[0]) + "." + text(names, member[1]))
        .toList();
  }

  private String text(Map<Integer, Integer> places, int place) {
    return texts.getOrDefault(places.getOrDefault(place, 0), "");
  }

  private boolean hasNativeMethod() throws IOException {
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    readMembers();
    return readMembers();
  }

  /** Fields or methods; true if one is native. */
  private boolean readMembers() throws IOException {
    boolean isNative = false;
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      isNative |= (in.readUnsignedShort() & NATIVE) != 0;
      in.skipNBytes(4);
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.skipNBytes(2);
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
    return isNative;
  }
}
