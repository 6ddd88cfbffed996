package plastron.tasks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, docs/architecture.md section 2. */
class ModuleArrowsTest {

  private static final String[] JDK = {"java..", "javax..", "jdk..", "org.jspecify.."};
  private static final String MATH = "org.apache.commons.math3..";
  private static final String EJML = "org.ejml..";
  private static final String[] FORMATS = {
    "com.google.protobuf..", "io.jhdf..", "com.google.gson.."
  };
  private static final String CORE = "plastron.core..";
  private static final String PLASTICITY = "plastron.plasticity..";
  private static final String SLAYER = "plastron.slayer..";
  private static final String EXPORT = "plastron.export..";
  private static final String LOIHI = "plastron.loihi..";
  private static final String SPINNAKER = "plastron.spinnaker..";
  private static final String TASKS = "plastron.tasks..";

  @Test
  void coreKnowsCommonsMathOnly() {
    only(CORE, MATH).check(Modules.CLASSES);
  }

  @Test
  void plasticityKnowsTheCore() {
    only(PLASTICITY, CORE).check(Modules.CLASSES);
  }

  @Test
  void slayerKnowsPlasticityAndEjml() {
    only(SLAYER, CORE, PLASTICITY, EJML).check(Modules.CLASSES);
  }

  @Test
  void slayerTouchesNoFile() {
    noFiles().check(Modules.CLASSES);
  }

  @Test
  void exportKnowsPlasticityAndTheFileFormats() {
    only(EXPORT, with(FORMATS, CORE, PLASTICITY)).check(Modules.CLASSES);
  }

  @Test
  void aProfileKnowsTheExportAndNoOtherProfile() {
    only(LOIHI, with(FORMATS, CORE, PLASTICITY, EXPORT)).check(Modules.CLASSES);
    only(SPINNAKER, with(FORMATS, CORE, PLASTICITY, EXPORT)).check(Modules.CLASSES);
  }

  @Test
  void tasksFindProfilesThroughTheLoaderOnly() {
    noProfile().check(Modules.CLASSES);
  }

  @Test
  void everyClassBelongsToAModule() {
    classes()
        .should()
        .resideInAnyPackage(CORE, PLASTICITY, SLAYER, EXPORT, LOIHI, SPINNAKER, TASKS)
        .check(Modules.CLASSES);
  }

  @Test
  void anArrowThatPointsTheWrongWayIsNoticed() {
    JavaClasses these = new ClassFileImporter().importClasses(ModuleArrowsTest.class);
    assertThat(only("plastron.tasks.architecture..", CORE).evaluate(these).hasViolation()).isTrue();
  }

  private static ArchRule only(String module, String... others) {
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(resideIn(with(with(JDK, others), module)))
        .allowEmptyShould(true);
  }

  private static ArchRule noFiles() {
    return noClasses()
        .that()
        .resideInAPackage(SLAYER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(File.*|RandomAccessFile)|java\\.nio\\.channels\\.FileChannel")
        .allowEmptyShould(true);
  }

  private static ArchRule noProfile() {
    return noClasses()
        .that()
        .resideInAPackage(TASKS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LOIHI, SPINNAKER);
  }

  /** Primitive types and arrays of them have no package and are everybody's. */
  private static DescribedPredicate<JavaClass> resideIn(String... packages) {
    return DescribedPredicate.describe(
        "reside in " + String.join(", ", packages),
        type ->
            type.getBaseComponentType().isPrimitive()
                || JavaClass.Predicates.resideInAnyPackage(packages)
                    .test(type.getBaseComponentType()));
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }
}
