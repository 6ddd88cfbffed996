package plastron.plasticity.rate;

import java.util.List;
import java.util.ServiceLoader;

/**
 * A family of blocks that differ in sizes and settings only. Found by the {@link ServiceLoader}:
 * with that, a block can be read from files and its examples pass the contracts of all blocks.
 */
public interface BlockKind {

  /** A short stable name such as {@code gru}. */
  String name();

  /**
   * The block that a description means.
   *
   * @throws IllegalArgumentException if the description contradicts itself
   */
  RateBlock of(BlockDescription description);

  /** Small blocks of this kind, between them every setting; what the contract is tried on. */
  List<RateBlock> examples();

  /** All kinds of this build. */
  static List<BlockKind> all() {
    return ServiceLoader.load(BlockKind.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /**
   * A kind by name.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  static BlockKind named(String name) {
    List<BlockKind> all = all();
    return all.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Block (%s) must be one of %s."
                        .formatted(name, all.stream().map(BlockKind::name).toList())));
  }
}
