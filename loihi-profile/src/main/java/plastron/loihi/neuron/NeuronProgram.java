package plastron.loihi.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.export.image.BrokenImageException;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Host;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Trail;
import plastron.loihi.neuron.Statement.Write;
import plastron.loihi.rule.Variable;

/**
 * What the neurons of a layer run beside their membranes.
 *
 * @param statements in order
 */
public record NeuronProgram(List<Statement> statements) {

  /** Copies the list. */
  public NeuronProgram {
    statements = List.copyOf(statements);
  }

  /** One statement a line. */
  public List<String> print() {
    return statements.stream().map(Object::toString).toList();
  }

  /**
   * Reads back what {@link #print} wrote; throws {@link BrokenImageException} for anything else.
   */
  public static NeuronProgram parse(List<String> lines) {
    List<Statement> statements = new ArrayList<>();
    for (String line : lines) {
      try {
        statements.add(statement(line.split(" ", -1)));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new BrokenImageException("Neuron statement (%s) cannot be read.".formatted(line));
      }
    }
    return new NeuronProgram(statements);
  }

  private static Statement statement(String[] w) {
    return switch (w[0]) {
      case "rate" -> new Rate(w[1], number(w[3]), number(w[5]));
      case "trail" -> new Trail(variable(w[1]), number(w[3]), number(w[5]));
      case "load" -> new Load(w[1], w[3]);
      case "host" -> new Host(w[1], number(w[4]), number(w[6].split("\\^", -1)[1]));
      case "gather" ->
          new Gather(
              w[1],
              w[3],
              number(w[5]),
              number(w[7]),
              number(w[9]),
              number(w[11]),
              number(w[13]),
              number(w[15]));
      case "filter" -> new Filter(w[1], number(w[3]), number(w[5]), number(w[7]));
      case "set", "state" -> new Compute(w[1], w[0].equals("state"), fractions(w));
      case "write", "split" ->
          new Write(variable(w[1]), w[3], w[0].equals("split"), number(w[5]), number(w[7]));
      default -> throw new IllegalArgumentException(w[0]);
    };
  }

  private static List<Fraction> fractions(String[] words) {
    if (words.length < 4 || !words[2].equals("=")) {
      throw new IllegalArgumentException("no terms");
    }
    List<Fraction> fractions = new ArrayList<>();
    for (int k = 3; k < words.length; k += 2) {
      String[] factors = words[k].split("\\*", -1);
      String[] power = factors[1].split("\\^", -1);
      List<String> registers = List.of(factors).subList(2, factors.length);
      fractions.add(new Fraction(number(factors[0]), number(power[1]), registers));
    }
    return fractions;
  }

  private static Variable variable(String word) {
    return Variable.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }
}
