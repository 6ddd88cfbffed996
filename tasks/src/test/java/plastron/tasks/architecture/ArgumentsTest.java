package plastron.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.Kernel;
import plastron.core.network.Latency;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Refractory;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SpikeTiming;
import plastron.slayer.optimise.Schedule;

/** What a user constructs refuses null in a line that says so, whichever argument it is. */
class ArgumentsTest {

  /** The packages that a user writes networks, rules and trainings with. */
  private static final Set<String> PACKAGES =
      Set.of(
          "plastron.core.network",
          "plastron.plasticity.expr",
          "plastron.plasticity.family",
          "plastron.plasticity.initialise",
          "plastron.plasticity.model",
          "plastron.plasticity.rule",
          "plastron.slayer.optimise",
          "plastron.slayer.surrogate");

  private static final Symbol WEIGHT = Symbol.of("W", Axis.SYNAPSE, Role.PARAMETER);
  private static final PlasticityRule RULE;
  private static final PlasticModel MODEL =
      PlasticModel.named("m").source("a", 1).population("b", 1, lif()).projection("a", "b").build();

  static {
    var rule = PlasticityRule.named("r");
    RULE = rule.weight(Expr.ref(rule.parameter("W", Axis.SYNAPSE)));
  }

  /** An argument of every type, none of which is refused where it stands alone. */
  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, "a"),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(double.class, 0.5),
          Map.entry(boolean.class, true),
          Map.entry(int[].class, new int[] {1}),
          Map.entry(int[][].class, new int[][] {{0}}),
          Map.entry(double[].class, new double[] {1}),
          Map.entry(double[][].class, new double[][] {{1}}),
          Map.entry(float[][].class, new float[][] {{1}}),
          Map.entry(List.class, List.of()),
          Map.entry(Map.class, Map.of()),
          Map.entry(Optional.class, Optional.empty()),
          Map.entry(Function.class, Function.identity()),
          Map.entry(Consumer.class, (Consumer<Object>) c -> {}),
          Map.entry(Values.class, Values.of(0.5)),
          Map.entry(Kernel.class, new Kernel.Delta()),
          Map.entry(Neuron.class, lif()),
          Map.entry(Neuron.Lif.class, lif()),
          Map.entry(Refractory.class, new Refractory.Common(new Kernel.Delta())),
          Map.entry(Latency.class, new Latency.Uniform(1)),
          Map.entry(Connectivity.class, new Connectivity.Dense()),
          Map.entry(ConnectionRule.class, new ConnectionRule.FixedProbability(1)),
          Map.entry(SynapseRows.class, SynapseRows.of(new int[][] {{0}}, 1)),
          Map.entry(Population.class, new Population("a", 1, lif())),
          Map.entry(SpikeRaster.class, new SpikeRaster(1, 1)),
          Map.entry(Bounds.class, Bounds.UNIT),
          Map.entry(Symbol.class, WEIGHT),
          Map.entry(Symbol[].class, new Symbol[] {WEIGHT}),
          Map.entry(Expr.class, Expr.ref(WEIGHT)),
          Map.entry(Expr[].class, new Expr[] {Expr.ref(WEIGHT)}),
          Map.entry(plastron.plasticity.expr.Function.class, tanh()),
          Map.entry(ModulatorSource.class, new ModulatorSource.ConstantOne()),
          Map.entry(PlasticityRule.class, RULE),
          Map.entry(RuleBuilder.class, PlasticityRule.named("r")),
          Map.entry(SpikeTiming.class, SpikeTiming.NONE),
          Map.entry(RateEstimator.class, new RateEstimator.Boxcar()),
          Map.entry(Clock.class, MODEL.graph().clock()),
          Map.entry(PlasticGraph.class, MODEL.graph()),
          Map.entry(PlasticModel.class, MODEL),
          Map.entry(RuleSite.class, MODEL.graph().sites().getFirst()),
          Map.entry(Schedule.class, new Schedule.Constant(1)));

  private static plastron.plasticity.expr.Function tanh() {
    return new plastron.plasticity.expr.Function.Tanh();
  }

  private static Neuron.Lif lif() {
    return new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0);
  }

  private static Optional<Object> sample(Class<?> type) {
    return type.isEnum()
        ? Optional.of(type.getEnumConstants()[0])
        : Optional.ofNullable(SAMPLES.get(type));
  }

  /** All public constructors and static methods that take something. */
  private static List<Executable> ways() throws ClassNotFoundException {
    List<Executable> ways = new ArrayList<>();
    for (JavaClass found : Modules.CLASSES) {
      if (PACKAGES.contains(found.getPackageName()) && isPublic(found)) {
        Class<?> type = Class.forName(found.getName());
        if (!Modifier.isAbstract(type.getModifiers()) && !type.isEnum()) {
          ways.addAll(List.of(type.getConstructors()));
        }
        ways.addAll(
            Stream.of(type.getDeclaredMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !type.isEnum())
                .toList());
      }
    }
    return ways;
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArgumentsTest::isPublic).orElse(true);
  }

  @Test
  void nullIsRefusedInALineThatSaysSo() throws ReflectiveOperationException {
    List<String> complaints = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    int tried = 0;
    for (Executable way : ways()) {
      Class<?>[] types = way.getParameterTypes();
      for (int p = 0; p < types.length; p++) {
        if (types[p].isPrimitive()) {
          continue;
        }
        @Nullable Object[] arguments = new Object[types.length];
        boolean known = true;
        for (int q = 0; q < types.length; q++) {
          arguments[q] = q == p ? null : sample(types[q]).orElse(null);
          if (q != p && arguments[q] == null) {
            unknown.add(types[q].getName());
            known = false;
          }
        }
        if (known) {
          tried++;
          complaint(way, arguments).ifPresent(complaints::add);
        }
      }
    }
    assertThat(complaints).isEmpty();
    assertThat(unknown).isEmpty();
    assertThat(tried).isGreaterThan(100);
  }

  private static Optional<String> complaint(Executable way, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    String what = "%s%s: ".formatted(way, Arrays.toString(arguments));
    try {
      Object made = call(way, arguments);
      return Optional.of(what + "takes it, makes " + made);
    } catch (InvocationTargetException e) {
      boolean says =
          e.getCause() instanceof IllegalArgumentException refusal
              && String.valueOf(refusal.getMessage()).matches(".*\\(null\\).*");
      return says ? Optional.empty() : Optional.of(what + e.getCause());
    }
  }

  private static @Nullable Object call(Executable way, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return way instanceof Method method
        ? method.invoke(null, arguments)
        : ((Constructor<?>) way).newInstance(arguments);
  }
}
