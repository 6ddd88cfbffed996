package plastron.plasticity.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.plasticity.kit.BlockContract;
import plastron.plasticity.rate.kind.Backpropamine;
import plastron.plasticity.rate.kind.DenseLayers;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rate.kind.LeakyRnn;
import plastron.plasticity.rate.kind.LowRankRnn;
import plastron.plasticity.rate.kind.Lstm;
import plastron.plasticity.rate.kind.NmRnn;
import plastron.plasticity.rate.kind.NmnActor;
import plastron.plasticity.rate.kind.PlasticLstm;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Credit;
import plastron.plasticity.rate.program.Operation;

class BlockKindTest {

  static List<BlockKind> kinds() {
    return BlockKind.all();
  }

  @Test
  void allAreFound() {
    assertThat(kinds())
        .extracting(BlockKind::name)
        .containsExactlyInAnyOrder(
            "dense",
            "rnn",
            "gru",
            "lstm",
            "leaky_rnn",
            "plastic_lstm",
            "backpropamine",
            "low_rank_rnn",
            "nm_rnn",
            "nmn_layer",
            "nmn_actor",
            "manifold");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theyKeepTheContract(BlockKind kind) {
    assertThat(BlockKind.named(kind.name()).getClass()).isEqualTo(kind.getClass());
    BlockContract contract = () -> kind;
    contract.examplesAreOfTheirKindAndDiffer();
    contract.aBlockComesBackFromItsDescription();
    contract.moderateNumbersGiveNumbers(1);
  }

  @Test
  void anUnknownKindIsRefusedByName() {
    assertThatThrownBy(() -> BlockKind.named("gpu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Block (gpu) must be one of [");
  }

  /** Only what lies between a state and the next waits for it. */
  @Test
  void whatDoesNotDependOnTheStateIsComputedAhead() {
    BlockProgram gru = new Gru(3, 4).program();
    assertThat(gru.ahead()).hasSize(3).allMatch(o -> o instanceof Operation.Affine);
    assertThat(gru.after()).isEmpty();
    BlockProgram dense =
        new DenseLayers(3, List.of(new DenseLayers.Layer(2, Activation.TANH))).program();
    assertThat(dense.recurrent()).isEmpty();
    assertThat(dense.after()).isEmpty();
    BlockProgram actor = new NmnActor(5, 3, List.of(6), 4, List.of(5), 2, -1).program();
    assertThat(actor.recurrent()).hasSameSizeAs(gru.recurrent());
    assertThat(actor.after()).isNotEmpty();
    BlockProgram leaky = new LeakyRnn(3, 6, 2, 4, 0, new Credit.Exact()).program();
    assertThat(leaky.recurrent()).hasSize(1);
    assertThat(leaky.after()).hasSize(1);
  }

  @Test
  void sizesAndSettingsAreRefusedByName() {
    assertRefused(() -> new Gru(0, 3), "A GRU's inputs (0) must be at least 1.");
    assertRefused(() -> new Lstm(1, -1), "An LSTM's units (-1) must be at least 1.");
    assertRefused(
        () -> new DenseLayers(1, List.of()), "A dense block's layers (0) must be at least 1.");
    assertRefused(
        () -> new LowRankRnn(1, 1, 1, 1, 0.5),
        "A low-rank layer's tau (0.5 steps) must be finite and at least 1.");
    assertRefused(
        () -> new NmRnn(1, 2, 3, 1, 1, 2, 2, true),
        "An orthonormal NM-RNN's rank (3) must be at most its 2 units.");
    assertRefused(
        () -> new PlasticLstm(1, 1, PlasticLstm.Alpha.POST, Double.NaN),
        "A plastic LSTM's clip (NaN) must be positive; infinity is no bound.");
    assertRefused(
        () -> new Backpropamine(1, 1, 1, Backpropamine.Mode.PLASTIC, true, 1),
        "A plastic layer's fan-out (true) must be false in mode plastic, which has no modulator.");
    assertRefused(
        () -> new LeakyRnn(1, 2, 1, 4, 0, new Credit.ModProp(0.2, List.of(0, 0, 0), 0)),
        "ModProp's types (3) must be one for every one of the 2 units.");
    assertRefused(
        () -> new Credit.ModProp(0.2, List.of(0, 2), 0), "ModProp's type (2) must be from 0 to 1.");
    assertRefused(
        () -> Activation.named("cosine_of_turns"),
        "Activation (cosine_of_turns) must be one of [linear, relu, tanh, sigmoid, srelu].");
  }

  private static void assertRefused(ThrowingCallable made, String message) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
