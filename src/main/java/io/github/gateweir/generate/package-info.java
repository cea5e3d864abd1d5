/**
 * Makes {@code gateway_network} records that look like an organisation's, reproducible from a seed,
 * with the traffic of every detection at a known rate. It reads no rules and no lists: what it
 * claims of a record comes from its own plan.
 */
@NullMarked
package io.github.gateweir.generate;

import org.jspecify.annotations.NullMarked;
