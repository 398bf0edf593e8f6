package dev.maestro.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Counts in main code what grows where values have no types, no forms and no room of their own.
 * From the root: {@code java tools/house/src/test/java/dev/maestro/house/Measure.java [--list]};
 * {@code --list} names the places. Exit code 1 if a figure is above its limit.
 */
public final class Measure {
  private static final Set<String> ID_NAMES =
      Set.of(
          "tenant",
          "tenantId",
          "uid",
          "ownerUid",
          "strategy",
          "strategyId",
          "agent",
          "agentId",
          "symbol");

  /**
   * They test for the types of values in order to write them, or are a kind of value themselves.
   */
  private static final Set<String> NO_READERS =
      Set.of("CanonicalJson.java", "Decimals.java", "StoredValue.java", "RecordDocument.java");

  private static final int MAX_POSITIONS = 10;
  private static final int MAX_FILE_LINES = 300;
  private static final int MAX_METHOD_LINES = 40;
  private static final int MAX_TYPES = 12;

  private final Map<Figure, List<String>> places = new EnumMap<>(Figure.class);
  private final Map<String, Integer> recordSizes = new HashMap<>();
  private final Map<String, List<String>> homes = new TreeMap<>();
  private final Map<String, Integer> packages = new TreeMap<>();
  private int lines;

  private Measure() {}

  /** What is counted. */
  public enum Figure {
    /** Lines of main code. */
    LINES("lines of main code", 37_800, false),
    /** {@code .put("literal"}. */
    PUT_LITERAL(".put(\"literal\" per 1,000 lines", 5, true),
    /** {@code Map<String, Object>}. */
    UNTYPED_MAP("Map<String, Object> per 1,000 lines", 4, true),
    /** Classes that tell the types of untyped values apart in order to read them. */
    UNTYPED_READER("readers of untyped values", 3, false),
    /** Parameters of type String whose name is that of an id. */
    STRING_ID("String parameters that are ids", 60, false),
    /** Records built by more than ten positional arguments outside their form or builder. */
    LONG_RECORD("records built by more than 10 positions", 0, false),
    /** Simple names of classes that two files share. */
    NAME_TWICE("simple class names twice", 0, false),
    /** Files over 300 lines. */
    LONG_FILE("files over 300 lines", 0, false),
    /** Methods over 40 lines. */
    LONG_METHOD("methods over 40 lines", 0, false),
    /** Packages of more than 12 types, forms aside. */
    FULL_PACKAGE("packages of more than 12 types", 0, false);

    private final String words;
    private final double limit;
    private final boolean isPerThousand;

    Figure(String words, double limit, boolean isPerThousand) {
      this.words = words;
      this.limit = limit;
      this.isPerThousand = isPerThousand;
    }

    /** The most that it may be. */
    public double limit() {
      return limit;
    }
  }

  /** Prints the figures of the checkout in which it runs. */
  public static void main(String[] arguments) throws IOException {
    Measure measure = of(Path.of("").toAbsolutePath());
    boolean isGood = true;
    for (Figure figure : Figure.values()) {
      double got = measure.value(figure);
      isGood &= got <= figure.limit;
      System.out.printf(
          Locale.ROOT,
          "%-42s %9s  (at most %s)%s%n",
          figure.words,
          shown(got),
          shown(figure.limit),
          got > figure.limit ? "  ABOVE" : "");
    }
    if (List.of(arguments).contains("--list")) {
      measure.places.forEach(
          (figure, where) -> where.forEach(place -> System.out.println(figure + "  " + place)));
    }
    System.exit(isGood ? 0 : 1);
  }

  /** The figures of a checkout. */
  public static Measure of(Path root) throws IOException {
    Measure measure = new Measure();
    List<Path> files = sources(root);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      units.forEach(measure::collectRecords);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (int i = 0; i < files.size(); i++) {
        String file = root.relativize(files.get(i)).toString();
        measure.size(file, (int) Files.readString(files.get(i)).lines().count());
        measure.homes(file, units.get(i));
        measure.new Places(file, units.get(i), positions).look();
      }
    }
    measure.sums();
    return measure;
  }

  /** The figure, per thousand lines where it is counted so. */
  public double value(Figure figure) {
    if (figure == Figure.LINES) {
      return lines;
    }
    int count = places(figure).size();
    return figure.isPerThousand ? Math.rint(count * 10_000.0 / lines) / 10 : count;
  }

  /** Where it was met: file and text. */
  public List<String> places(Figure figure) {
    return places.getOrDefault(figure, List.of());
  }

  private static String shown(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.valueOf(value);
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String part : List.of("shared", "functions", "tools")) {
      try (Stream<Path> all = Files.walk(root.resolve(part))) {
        all.map(file -> file.toString().replace('\\', '/'))
            .filter(file -> file.contains("/src/main/java/") && file.endsWith(".java"))
            .sorted()
            .forEach(file -> files.add(Path.of(file)));
      }
    }
    return files;
  }

  private void size(String file, int count) {
    lines += count;
    if (count > MAX_FILE_LINES) {
      note(Figure.LONG_FILE, file, count + " lines");
    }
  }

  private void homes(String file, CompilationUnitTree unit) {
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree declared) {
        String name = declared.getSimpleName().toString();
        homes.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
        if (!name.endsWith("Form")) {
          packages.merge(String.valueOf(unit.getPackageName()), 1, Integer::sum);
        }
      }
    }
  }

  private void sums() {
    homes.forEach(
        (name, files) -> {
          if (files.size() > 1) {
            note(Figure.NAME_TWICE, name, files.toString());
          }
        });
    packages.forEach(
        (name, types) -> {
          if (types > MAX_TYPES) {
            note(Figure.FULL_PACKAGE, name, types + " types");
          }
        });
  }

  private void collectRecords(CompilationUnitTree unit) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void unused) {
        if (type.getKind() == Tree.Kind.RECORD) {
          int components = 0;
          for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field
                && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
              components++;
            }
          }
          recordSizes.merge(type.getSimpleName().toString(), components, Math::max);
        }
        return super.visitClass(type, null);
      }
    }.scan(unit, null);
  }

  private void note(Figure figure, String place, String what) {
    places
        .computeIfAbsent(figure, any -> new ArrayList<>())
        .add(place + "  " + what.replaceAll("\\s+", " "));
  }

  /** One file. */
  private final class Places extends TreeScanner<Void, Void> {
    private final String file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Set<String> own = new HashSet<>();
    private final Set<String> tested = new TreeSet<>();

    Places(String file, CompilationUnitTree unit, SourcePositions positions) {
      this.file = file;
      this.unit = unit;
      this.positions = positions;
    }

    void look() {
      scan(unit, null);
      boolean isReader = tested.contains("String") && tested.size() > 1;
      if (isReader && NO_READERS.stream().noneMatch(name -> file.endsWith("/" + name))) {
        note(Figure.UNTYPED_READER, file, tested.toString());
      }
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      own.add(type.getSimpleName().toString());
      if (type.getKind() == Tree.Kind.RECORD) {
        type.getMembers().forEach(this::id);
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      method.getParameters().forEach(this::id);
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      if (start >= 0 && end >= 0) {
        long length =
            unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1;
        if (length > MAX_METHOD_LINES) {
          note(Figure.LONG_METHOD, file, method.getName() + ", " + length + " lines");
        }
      }
      return super.visitMethod(method, null);
    }

    private void id(Tree tree) {
      if (tree instanceof VariableTree variable
          && String.valueOf(variable.getType()).equals("String")
          && ID_NAMES.contains(variable.getName().toString())) {
        note(Figure.STRING_ID, file, variable.toString());
      }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("put")
          && !call.getArguments().isEmpty()
          && call.getArguments().get(0) instanceof LiteralTree literal
          && literal.getKind() == Tree.Kind.STRING_LITERAL) {
        note(Figure.PUT_LITERAL, file, call.toString());
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitParameterizedType(ParameterizedTypeTree type, Void unused) {
      String text = type.toString().replace(" ", "").replace("@Nullable", "");
      if (text.matches("(Sorted|Tree|LinkedHash)?Map<String,Object>")) {
        note(Figure.UNTYPED_MAP, file, text);
      }
      return super.visitParameterizedType(type, null);
    }

    @Override
    public Void visitInstanceOf(InstanceOfTree test, Void unused) {
      String type = String.valueOf(test.getType() == null ? test.getPattern() : test.getType());
      if (type.matches("(String|Number|Boolean|Long|Double|BigDecimal)\\b.*")) {
        tested.add(type.replaceAll("\\W.*", ""));
      }
      return super.visitInstanceOf(test, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void unused) {
      String name = made.getIdentifier().toString().replaceAll("<.*", "").replaceAll(".*\\.", "");
      boolean isLong =
          recordSizes.getOrDefault(name, 0) > MAX_POSITIONS
              && made.getArguments().size() > MAX_POSITIONS;
      if (isLong && !own.contains(name) && !file.matches(".*(Form|Builder)\\.java")) {
        note(Figure.LONG_RECORD, file, "new " + name);
      }
      return super.visitNewClass(made, null);
    }
  }
}
