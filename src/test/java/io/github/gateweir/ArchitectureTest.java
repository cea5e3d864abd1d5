package io.github.gateweir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what. */
@AnalyzeClasses(
    packages = "io.github.gateweir",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORE = {
    "io.github.gateweir.gateway..",
    "io.github.gateweir.ecs..",
    "io.github.gateweir.generate..",
    "io.github.gateweir.session..",
    "io.github.gateweir.sigma..",
    "io.github.gateweir.detection..",
    "io.github.gateweir.intel..",
    "io.github.gateweir.alert.."
  };

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_FLINK =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_ONLY_THE_CORE =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.gateweir.job..",
              "io.github.gateweir.source..",
              "io.github.gateweir.sink..",
              "io.github.gateweir.config..",
              "io.github.gateweir.cli..");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE =
      classes()
          .that()
          .resideInAPackage("io.github.gateweir.cli..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage("io.github.gateweir", "io.github.gateweir.cli..");

  @ArchTest
  static final ArchRule THE_JOB_KNOWS_NO_CONNECTOR =
      noClasses()
          .that()
          .resideInAPackage("io.github.gateweir.job..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.gateweir.source..",
              "io.github.gateweir.sink.*..",
              "org.apache.flink.connector..",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule NO_PACKAGES_IN_CIRCLES =
      slices().matching("io.github.gateweir.(**)").should().beFreeOfCycles();
}
