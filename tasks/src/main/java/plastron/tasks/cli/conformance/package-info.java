/**
 * {@code plastron conformance}: compares this build with every reference file of a folder. The way
 * in is {@link plastron.tasks.cli.conformance.ConformanceCommand}; one file is judged by {@link
 * plastron.tasks.cli.conformance.FileCheck}.
 */
@NullMarked
package plastron.tasks.cli.conformance;

import org.jspecify.annotations.NullMarked;
