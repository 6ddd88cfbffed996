package plastron.loihi.arithmetic;

import java.util.List;

/** Published limits of one Loihi 1 neurocore. */
public final class Loihi1Limits {

  /** Compartments per core (nengo-loihi block.py; Davies et al. 2018). */
  public static final int COMPARTMENTS = 1024;

  /** Input axons per core (nengo-loihi block.py). */
  public static final int INPUT_AXONS = 4096;

  /** Output axons per core (nengo-loihi block.py). */
  public static final int OUTPUT_AXONS = 4096;

  /** Synaptic memory per core in bits (nengo-loihi block.py; 128 KiB, Davies et al. 2018). */
  public static final int SYNAPSE_BITS = 1 << 20;

  /** Largest threshold mantissa, 17 bits (nengo-loihi discretize.py). */
  public static final int THRESHOLD_MANTISSA = (1 << 17) - 1;

  /** Bits of the synaptic accumulator without sign (nengo-loihi discretize.py). */
  public static final int ACCUMULATOR_BITS = 21;

  /** Bits of the current register without sign (nengo-loihi discretize.py). */
  public static final int CURRENT_BITS = 23;

  /** Weight bits by field code (nengo-loihi block.py). */
  public static final List<Integer> WEIGHT_BITS = List.of(0, 1, 2, 3, 4, 5, 6, 8);

  /** Index bits by field code (nengo-loihi block.py). */
  public static final List<Integer> INDEX_BITS = List.of(0, 6, 7, 8, 9, 10, 11, 12);

  private Loihi1Limits() {}
}
