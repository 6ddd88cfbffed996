/**
 * Regression on spikes: potentials that follow the product of two courses which spikes tell. The
 * way in is {@link plastron.tasks.course.ProductCourse}.
 */
@NullMarked
package plastron.tasks.course;

import org.jspecify.annotations.NullMarked;
