/**
 * What a rule asks of an event, as a tree that can be evaluated: the form between reading a rule
 * and compiling it.
 */
@NullMarked
package io.github.gateweir.sigma.match;

import org.jspecify.annotations.NullMarked;
