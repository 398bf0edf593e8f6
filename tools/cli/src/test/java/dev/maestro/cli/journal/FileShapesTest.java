package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same trades in every shape that programs give a file have the same weights. */
class FileShapesTest {
  private static final Path FORMATS = Path.of("src/test/resources/journals/formats");
  private static final Map<String, Function<String, byte[]>> SHAPES = new TreeMap<>();

  static {
    SHAPES.put("a byte order mark", text -> utf8("\ufeff" + text));
    SHAPES.put("UTF-16 LE", text -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
    SHAPES.put("UTF-16 BE", text -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE));
    SHAPES.put("sep=,", text -> utf8("sep=,\n" + text));
    SHAPES.put("\"sep=;\"", text -> utf8("\"sep=;\"\n" + separated(text, ";")));
    SHAPES.put("semicolons", text -> utf8(separated(text, ";")));
    SHAPES.put("tabs", text -> utf8(separated(text, "\t")));
    SHAPES.put("CR", text -> utf8(text.replace('\n', '\r')));
    SHAPES.put("CRLF", text -> utf8(text.replace("\n", "\r\n")));
    SHAPES.put("no last line end", text -> utf8(text.stripTrailing()));
    SHAPES.put("a comma at the end of rows", text -> utf8(atRows(text, ",")));
    SHAPES.put("a comma at the end of all", text -> utf8(text.replace("\n", ",\n")));
    SHAPES.put("empty lines", text -> utf8(text.replace("\n", "\n\n")));
    SHAPES.put("a quoted line end", text -> utf8(noted(text)));
    SHAPES.put("quoted fields", text -> utf8(quoted(text)));
    SHAPES.put("a title above", text -> utf8("Trades of 2025\nAccount: 1\n\n" + text));
    SHAPES.put("gzip", FileShapesTest::gzip);
    SHAPES.put("zip", FileShapesTest::zip);
    SHAPES.put("names in capitals", FileShapesTest::capitals);
  }

  @TempDir private Path folder = Path.of("");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String separated(String text, String separator) {
    return text.replace(",", separator);
  }

  private static String atRows(String text, String end) {
    int header = text.indexOf('\n');
    return text.substring(0, header)
        + text.substring(header).replace("\n", end + "\n").substring(1);
  }

  private static String noted(String text) {
    return text.lines()
        .map(line -> line + (line.startsWith("2") ? ",\"two\nlines, one note\"" : ",Remark"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> "\"" + line.replace(",", "\",\"") + "\"")
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static byte[] capitals(String text) {
    int header = text.indexOf('\n');
    return utf8(
        text.substring(0, header).toUpperCase(java.util.Locale.ROOT) + text.substring(header));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(utf8(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("trades.csv"));
      out.write(utf8(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static List<String> shapes() {
    return List.copyOf(SHAPES.keySet());
  }

  private JsonObject weigh(byte[] file, String... options) throws IOException {
    Path path = Files.write(folder.resolve("export"), file);
    List<String> words =
        new ArrayList<>(List.of("weights", "--json", "--journal", path.toString()));
    words.addAll(List.of(options));
    CommandRun run = CommandRun.of(words.toArray(new String[0]));
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.getAsJsonObject("read").get("rejected").getAsLong()).isZero();
    return json;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void a_shape_changes_no_weight(String shape) throws IOException {
    String[] options = {"--zone", "UTC"};
    String text = Files.readString(FORMATS.resolve("etoro.csv"));
    byte[] shaped = SHAPES.getOrDefault(shape, FileShapesTest::utf8).apply(text);
    assertThat(shaped).isNotEqualTo(utf8(text));
    assertThat(weigh(shaped, options).get("agents"))
        .isEqualTo(weigh(utf8(text), options).get("agents"));
  }

  @Test
  void a_typeset_minus_and_blank_are_read_where_the_format_has_them() throws IOException {
    String[] options = {"--zone", "UTC", "--multiplier", "*=100", "--map", "agent_id=Symbol"};
    String text = Files.readString(FORMATS.resolve("metatrader-positions.csv"));
    String typeset = text.replace(",-", ",\u2212").replaceAll("(\\d) (\\d{3}\\.)", "$1\u00a0$2");
    assertThat(typeset).contains("\u2212").contains("\u00a0");
    assertThat(weigh(utf8(typeset), options).get("agents"))
        .isEqualTo(weigh(utf8(text), options).get("agents"));
  }

  @Test
  void fields_are_named_in_a_file() throws IOException {
    Path said =
        Files.writeString(
            folder.resolve("fields.txt"),
            "# our bots\nagent_id = Copied From\n\nrealized_pnl=Profit\n");
    byte[] text = Files.readAllBytes(FORMATS.resolve("etoro.csv"));
    assertThat(weigh(text, "--zone", "UTC", "--map", said.toString()).get("agents"))
        .isEqualTo(weigh(text, "--zone", "UTC").get("agents"));
  }
}
