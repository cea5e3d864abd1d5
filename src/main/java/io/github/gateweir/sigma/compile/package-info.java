/**
 * Rules compiled into trees that are fast to evaluate, with an index that leaves out the rules
 * which cannot match, and explanations of what matched.
 */
@NullMarked
package io.github.gateweir.sigma.compile;

import org.jspecify.annotations.NullMarked;
