package plastron.tasks.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.tasks.cli.BadInputException;

/** Guesses which name was meant. */
public final class NearestName {

  /** A guess may differ from what was written in one letter of so many. */
  private static final int LETTERS_PER_EDIT = 3;

  private NearestName() {}

  /**
   * The refusal of a name that is not one of those that are known; says which is near.
   *
   * @param subject what has the name
   */
  public static BadInputException refusal(String subject, String wrong, Collection<String> names) {
    return new BadInputException(
        "%s (%s) must be one of %s.".formatted(subject, wrong, String.join(", ", names)),
        maybe(wrong, names));
  }

  /** The sentence that names {@link #of}, or null if nothing is near. */
  public static @Nullable String maybe(String wrong, Collection<String> names) {
    return of(wrong, names).map("Maybe %s was meant."::formatted).orElse(null);
  }

  /**
   * The name with the fewest letters inserted, removed or replaced, capital letters being the same
   * as small ones; the first of several. A dotted name is also compared without what stands before
   * its last dot. Empty if more than one letter in three differs, two in the shortest words, and no
   * name contains all that was written.
   */
  public static Optional<String> of(String wrong, Collection<String> names) {
    String small = wrong.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> distance(small, name) <= allowed(small))
        .min(Comparator.comparingInt(name -> distance(small, name)))
        .or(() -> containing(small, names));
  }

  private static int allowed(String wrong) {
    return Math.max(wrong.length() > 2 ? 2 : 1, wrong.length() / LETTERS_PER_EDIT);
  }

  private static Optional<String> containing(String wrong, Collection<String> names) {
    return wrong.length() < LETTERS_PER_EDIT
        ? Optional.empty()
        : names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(wrong)).findFirst();
  }

  private static int distance(String wrong, String name) {
    String small = name.toLowerCase(Locale.ROOT);
    String last = small.substring(small.lastIndexOf('.') + 1);
    return Math.min(edits(wrong, small), edits(wrong, last));
  }

  private static int edits(String a, String b) {
    if (Math.abs(a.length() - b.length()) > allowed(a)) {
      return Integer.MAX_VALUE;
    }
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
