package plastron.export.diagnostic;

import java.util.List;

/**
 * All codes that a module refuses by. Implementations are found by the service loader; {@code
 * plastron contract --codes} makes docs/refusal-codes.md of them.
 */
public interface RefusalCodes {

  /** Whose they are, for people, such as {@code Loihi}. */
  String title();

  /** The codes, in the order of the page. */
  List<RefusalCode> codes();

  /**
   * Codes of limits that are never the reason: populations are cut before they are passed, or
   * another one always comes first.
   */
  default List<RefusalCode> neverSaid() {
    return List.of();
  }
}
