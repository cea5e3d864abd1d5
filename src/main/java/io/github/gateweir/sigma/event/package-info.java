/** How rules read events. */
@NullMarked
package io.github.gateweir.sigma.event;

import org.jspecify.annotations.NullMarked;
