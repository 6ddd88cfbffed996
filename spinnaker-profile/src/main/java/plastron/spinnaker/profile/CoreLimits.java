package plastron.spinnaker.profile;

import java.util.List;
import plastron.export.profile.CoreGrid;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;

/** What a SpiNNaker 1 machine has. */
final class CoreLimits {

  /** 200 MHz for a millisecond: SpiNNMachine, version_spin1. */
  static final long CYCLES = 200_000;

  private static final String MACHINE = "SpiNNMachine 2026-06, version_spin1";
  private static final String TOOLS = "sPyNNaker 7.1";

  /**
   * 16 application cores of a chip's 18 (one monitor, one extra monitor; Ethernet chips have 15),
   * on a 48-chip SpiNN-5 board (SpiNNMachine, version_spin1). The mapper of the tool chain has the
   * last word.
   */
  static final CoreGrid GRID = new CoreGrid(15, 48);

  static final List<Limit> ALL =
      List.of(
          new Limit(
              "neurons",
              Scope.CORE,
              256,
              "neurons",
              TOOLS + ", absolute maximum atoms per core",
              Evidence.CONFIRMED),
          new Limit(
              "row_words",
              Scope.CORE,
              256,
              "words in a synaptic row",
              TOOLS + ", master population table",
              Evidence.CONFIRMED),
          new Limit(
              "ring_bits",
              Scope.CORE,
              14,
              "bits of a ring-buffer index",
              TOOLS + ", synapse index, type and delay",
              Evidence.CONFIRMED),
          new Limit(
              "dtcm_bytes", Scope.CORE, 64 * 1024, "bytes of DTCM", MACHINE, Evidence.CONFIRMED),
          new Limit(
              "itcm_bytes", Scope.CORE, 32 * 1024, "bytes of ITCM", MACHINE, Evidence.CONFIRMED),
          new Limit(
              "cycles",
              Scope.CORE,
              CYCLES,
              "cycles in a step",
              MACHINE + ", 200 MHz, steps of 1 ms",
              Evidence.CONFIRMED),
          new Limit(
              "sdram_bytes",
              Scope.CHIP,
              123_469_792,
              "bytes of SDRAM",
              MACHINE,
              Evidence.CONFIRMED));

  private CoreLimits() {}
}
