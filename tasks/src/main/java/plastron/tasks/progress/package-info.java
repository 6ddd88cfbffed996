/**
 * What the command line shows while work goes on: a line that changes on a terminal, a line every
 * few seconds elsewhere. The way in is {@link plastron.tasks.progress.Bar}, and {@link
 * plastron.tasks.progress.StatusLine} for work that has more to say.
 */
@NullMarked
package plastron.tasks.progress;

import org.jspecify.annotations.NullMarked;
