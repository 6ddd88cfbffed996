package plastron.core.ledger;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a class does otherwise than an oracle, or does as it does though it surprises. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Departures.class)
public @interface Departure {

  /** Name of the {@link LedgerOracle}. */
  String from();

  /** Which of the two. */
  Manner manner() default Manner.OTHERWISE;

  /** What the oracle does, and what is done here. */
  String what();

  /** Why. */
  String reason();

  /** The test that holds it, as {@code Class.method}. */
  String test();

  /** How a class stands to an oracle. */
  enum Manner {
    /** Something else is done here. */
    OTHERWISE,
    /** The oracle surprises, or other oracles do otherwise; it is followed. */
    FOLLOWED
  }
}
