package dev.maestro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cells as people read them: columns as wide as their widest cell, two blanks between them. */
public final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * One line for each row, without blanks at its end.
   *
   * @param header as many cells as each row has
   * @param left so many columns, the first ones, begin at the left; the others are numbers and end
   *     at the right
   */
  public static List<String> lines(List<String> header, List<List<String>> rows, int left) {
    List<List<String>> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    int[] widths =
        IntStream.range(0, header.size())
            .map(i -> all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return all.stream().map(row -> line(row, widths, left)).toList();
  }

  private static String line(List<String> row, int[] widths, int left) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String blanks = " ".repeat(widths[i] - cell.length());
      line.append(i == 0 ? "" : GAP).append(i < left ? cell + blanks : blanks + cell);
    }
    return line.toString().stripTrailing();
  }
}
