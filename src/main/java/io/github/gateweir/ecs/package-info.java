/**
 * The Elastic Common Schema event that a record becomes: how it is derived, read by field and
 * written as JSON.
 */
@NullMarked
package io.github.gateweir.ecs;

import org.jspecify.annotations.NullMarked;
