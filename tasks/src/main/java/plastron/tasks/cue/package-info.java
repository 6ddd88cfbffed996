/**
 * The noisy cue-association task: a sequence of cues on two sides, a delay, and a decision for the
 * side that had more. The way in is {@link plastron.tasks.cue.CueAssociation}.
 */
@NullMarked
package plastron.tasks.cue;

import org.jspecify.annotations.NullMarked;
