/** From a raw line of a {@code gateway_network} log to its fields, or to a reason why not. */
@NullMarked
package io.github.gateweir.gateway;

import org.jspecify.annotations.NullMarked;
