/** Rules compiled: an event meets only those of thousands that could match. */
@NullMarked
package io.github.gateweir.sigma.compile;

import org.jspecify.annotations.NullMarked;
