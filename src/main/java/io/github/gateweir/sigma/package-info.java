/**
 * Sigma, version 2.1 of its specification: rules are read, compiled and matched against events. A
 * library of its own, which knows events only by {@link io.github.gateweir.sigma.event.EventModel}.
 *
 * @see <a href="https://sigmahq.io/sigma-specification/">Sigma specification</a>
 */
@NullMarked
package io.github.gateweir.sigma;

import org.jspecify.annotations.NullMarked;
