package plastron.export.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;

/**
 * A limit seen from both sides: the one way to test a code of a diagnostic, so that a search
 * through the tests finds which codes have such a test.
 */
public final class CodeEdge {

  private CodeEdge() {}

  /**
   * Fails unless the code is said past the limit and not inside it.
   *
   * @param code of a diagnostic, written out
   * @param inside codes of what is as close to the limit as it may be
   * @param past codes of what is one step further
   */
  public static void of(String code, Collection<String> inside, Collection<String> past) {
    assertThat(inside).as("inside the limit").doesNotContain(code);
    assertThat(past).as("past the limit").contains(code);
  }
}
