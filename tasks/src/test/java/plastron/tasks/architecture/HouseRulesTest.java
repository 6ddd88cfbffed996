package plastron.tasks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** Package cycles, output and names, docs/architecture.md section 6. */
class HouseRulesTest {

  /** A word of a name in camel case, so that "Baseline" is no "Base". */
  private static final String EMPTY_WORDS = ".*(Utils?|Helpers?|Managers?|Impl|Base)(?![a-z]).*";

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .assignedFrom(new PackageSlices())
        .should()
        .beFreeOfCycles()
        .check(Modules.CLASSES);
  }

  @Test
  void librariesWriteToNoStreamOfTheProcess() {
    noLibraryClass().should(ACCESS_STANDARD_STREAMS).check(Modules.CLASSES);
  }

  @Test
  void librariesDoNotLog() {
    noLibraryClass().should(USE_JAVA_UTIL_LOGGING).check(Modules.CLASSES);
  }

  @Test
  void namesSaySomething() {
    names().check(Modules.CLASSES);
  }

  /** What {@link #namesSaySomething} must not accept. */
  private static final class NeuronHelper {}

  /** What {@link #namesSaySomething} must accept. */
  private static final class BaselineReward {}

  @Test
  void anEmptyNameIsNoticed() {
    ClassFileImporter importer = new ClassFileImporter();
    assertThat(names().evaluate(importer.importClasses(NeuronHelper.class)).hasViolation())
        .isTrue();
    assertThat(names().evaluate(importer.importClasses(BaselineReward.class)).hasViolation())
        .isFalse();
  }

  private static GivenClassesConjunction noLibraryClass() {
    return noClasses()
        .that(not(Modules.GENERATED))
        .and()
        .resideOutsideOfPackage("plastron.tasks..");
  }

  private static ArchRule names() {
    return noClasses().that(not(Modules.GENERATED)).should().haveNameMatching(EMPTY_WORDS);
  }

  /** One slice a package; generated packages stand in none. */
  private static final class PackageSlices implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return Modules.GENERATED.test(type)
          ? SliceIdentifier.ignore()
          : SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
