package plastron.tasks.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A test of every chip that takes signals, by name, and of both forms of a signal: one number for
 * all neurons (false), or one for each (true).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@CsvSource({"loihi2, false", "loihi2, true", "spinnaker1, false", "spinnaker1, true"})
@interface OnEveryChip {}
