package plastron.tasks.config;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which name was meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * The name with the fewest letters inserted, removed or replaced; the first of several. A dotted
   * name is also compared without what stands before its last dot.
   *
   * @param names at least one
   */
  public static String of(String wrong, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .orElseThrow(() -> new IllegalArgumentException("Names (none) need at least one."));
  }

  private static int distance(String wrong, String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return Math.min(edits(wrong, name), edits(wrong, last));
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
