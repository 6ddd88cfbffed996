package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.Precision;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** States and rates are rounded as the key says, however an episode is cut, kept and recomputed. */
class RoundedStatesProperties {

  private static final double STEP = 0.05;

  private static final double TRACE_STEP = 0.2;

  /** States end at so many steps. */
  private static final int MOST = 12;

  /** Rates end at so many steps. */
  private static final int LARGEST = 9;

  /** Every other site in the product with alpha, the others themselves. */
  private static List<StateGrid> grids(GraphCase given, Grid.Rounding rounding) {
    List<StateGrid> grids = new ArrayList<>();
    List<RuleSite> sites = given.model.graph().sites();
    for (int s = 0; s < sites.size(); s++) {
      for (Symbol state : sites.get(s).rule().symbols(Role.STATE)) {
        boolean weighted =
            s % 2 == 0
                && state.axis() == Axis.SYNAPSE
                && sites.get(s).rule().symbol("alpha").isPresent();
        grids.add(
            new StateGrid(
                s,
                state.name(),
                weighted ? "alpha" : "",
                Grid.of(STEP, rounding).within(-MOST * STEP, MOST * STEP),
                state.axis() == Axis.SYNAPSE ? products(sites.get(s).rule(), state) : List.of()));
      }
      for (Role role : List.of(Role.ACTIVITY, Role.TRACE)) {
        double step = role == Role.TRACE ? TRACE_STEP : STEP;
        for (Symbol rate : sites.get(s).rule().symbols(role)) {
          Grid grid = Grid.of(step, rounding).within(0, LARGEST * step);
          grids.add(new StateGrid(s, rate.name(), "", grid));
        }
      }
    }
    return grids;
  }

  /** Of every rate with the state at windows' ends, of every trace with it at spikes. */
  private static List<FlooredProduct> products(PlasticityRule rule, Symbol state) {
    FlooredProduct.Factor own =
        new FlooredProduct.Factor(List.of(state.name()), STEP, -LARGEST, LARGEST, 0.5);
    return Stream.of(Role.ACTIVITY, Role.TRACE)
        .flatMap(role -> rule.symbols(role).stream())
        .filter(read -> read.axis() == Axis.PRE || read.axis() == Axis.POST)
        .map(
            read ->
                new FlooredProduct(
                    when(read),
                    0.3,
                    0.5,
                    List.of(
                        new FlooredProduct.Factor(List.of(read.name()), STEP, 0, LARGEST, 0), own)))
        .toList();
  }

  private static When when(Symbol read) {
    return read.role() == Role.ACTIVITY ? When.END : read.axis() == Axis.PRE ? When.POST : When.PRE;
  }

  private static Sweep sweep(
      GraphCase given, Precision precision, TapeLimit limit, List<StateGrid> grids, long key) {
    Sweep sweep = precision.sweep(given.model, given.options(limit));
    sweep.round(grids);
    sweep.key(key);
    return sweep;
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void neitherTapesNorChunksChangeABit(@ForAll long seed, @ForAll boolean isDouble) {
    GraphCase given = new GraphCase(seed);
    Random random = new Random(seed);
    Precision precision = isDouble ? Precision.DOUBLE : Precision.FLOAT;
    List<StateGrid> grids = grids(given, Grid.Rounding.RANDOM);
    Sweep one = sweep(given, precision, TapeLimit.NONE, grids, seed);
    Tape whole = one.tape();
    one.forward(whole, given.input(given.model.graph()));
    Map<String, Double> shown = new HashMap<>();
    new ChunkedRun(given).shown(one, whole, 0, shown);
    List<Chunk> all = List.of(new Chunk(whole, given.adjoints(given.model.graph())));
    FlatVector gradient = ChunkedRun.gradient(one, given, all);

    Sweep small = sweep(given, precision, ChunkedRun.limit(random), grids, seed);
    Tape less = small.tape();
    small.forward(less, given.input(given.model.graph()));
    small.key(~seed);
    small.exact();
    all = List.of(new Chunk(less, given.adjoints(given.model.graph())));
    assertThat(ChunkedRun.gradient(small, given, all).toArray()).isEqualTo(gradient.toArray());

    Sweep cut = sweep(given, precision, ChunkedRun.limit(random), grids, seed);
    ChunkedRun chunks = ChunkedRun.of(given, cut, ChunkedRun.starts(given, random));
    assertThat(chunks.shown(cut)).isEqualTo(shown);

    Sweep other = sweep(given, precision, TapeLimit.NONE, grids, seed + 1);
    Tape otherwise = other.tape();
    other.forward(otherwise, given.input(given.model.graph()));
    Map<String, Double> shownOtherwise = new HashMap<>();
    new ChunkedRun(given).shown(other, otherwise, 0, shownOtherwise);
    Statistics.label("another key changes something")
        .collect(!shownOtherwise.equals(shown))
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 20));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void exactEpisodesAreNotRounded(@ForAll long seed) {
    GraphCase given = new GraphCase(seed);
    Sweep plain = sweep(given, Precision.FLOAT, TapeLimit.NONE, List.of(), seed);
    Sweep exact =
        sweep(given, Precision.FLOAT, TapeLimit.NONE, grids(given, Grid.Rounding.RANDOM), seed);
    Tape rounded = exact.tape();
    exact.forward(rounded, given.input(given.model.graph()));
    FlatVector first = gradient(exact, given, rounded);
    exact.exact();
    Tape tape = exact.tape();
    exact.forward(tape, given.input(given.model.graph()));
    Tape other = plain.tape();
    plain.forward(other, given.input(given.model.graph()));
    assertThat(gradient(exact, given, tape).toArray())
        .isEqualTo(gradient(plain, given, other).toArray());
    // The tape of another episode keeps what that was.
    assertThat(gradient(exact, given, rounded).toArray()).isEqualTo(first.toArray());
  }

  /** Rounding passes gradients as if it were not there. */
  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void aFineGridChangesNoGradient(@ForAll long seed) {
    GraphCase given = new GraphCase(seed);
    List<StateGrid> fine =
        grids(given, Grid.Rounding.NEAREST).stream()
            .map(g -> new StateGrid(g.site(), g.state(), "", Grid.of(0x1p-40, g.grid().rounding())))
            .toList();
    Sweep rounded = sweep(given, Precision.DOUBLE, TapeLimit.NONE, fine, seed);
    Sweep plain = sweep(given, Precision.DOUBLE, TapeLimit.NONE, List.of(), seed);
    Tape tape = rounded.tape();
    rounded.forward(tape, given.input(given.model.graph()));
    Tape other = plain.tape();
    plain.forward(other, given.input(given.model.graph()));
    double[] expected = gradient(plain, given, other).toArray();
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertThat(gradient(rounded, given, tape).toArray())
        .containsExactly(expected, within(1e-6 * (1 + largest)));
  }

  private static FlatVector gradient(Sweep sweep, GraphCase given, Tape tape) {
    return ChunkedRun.gradient(
        sweep, given, List.of(new Chunk(tape, given.adjoints(given.model.graph()))));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void statesAreMultiplesOfTheStep(@ForAll long seed, @ForAll Grid.Rounding any) {
    Grid.Rounding rounding = any == Grid.Rounding.TO_ZERO ? Grid.Rounding.DOWN : any;
    GraphCase given = new GraphCase(seed);
    List<StateGrid> grids = grids(given, rounding);
    Sweep sweep = sweep(given, Precision.DOUBLE, TapeLimit.NONE, grids, seed);
    Tape tape = sweep.tape();
    sweep.forward(tape, given.input(given.model.graph()));
    Map<String, Double> shown = new HashMap<>();
    new ChunkedRun(given).shown(sweep, tape, 0, shown);
    for (StateGrid grid : grids) {
      String prefix = "%s %d ".formatted(grid.state(), grid.site());
      if (grid.factor().isEmpty()) {
        shown.forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                assertThat(value).isBetween(grid.grid().low() - 1e-12, grid.grid().high() + 1e-12);
                double whole = value / grid.grid().step();
                assertThat(whole).isCloseTo(Math.rint(whole), within(1e-9));
              }
            });
      }
    }
  }

  @Example
  void whatARuleDoesNotHaveIsRefused() {
    GraphCase given = new GraphCase(1);
    for (StateGrid grid :
        List.of(
            new StateGrid(0, "nothing", "", Grid.of(1, Grid.Rounding.NEAREST)),
            new StateGrid(0, "W", "", Grid.of(1, Grid.Rounding.NEAREST)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sweep(given, Precision.FLOAT, TapeLimit.NONE, List.of(grid), 1))
          .withMessageContaining("to round");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StateGrid(0, "E", "", Grid.EXACT))
        .withMessageContaining("must have steps");
  }
}
