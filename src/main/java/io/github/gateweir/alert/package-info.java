/** Alerts: what a detection says of records, as ECS documents. */
@NullMarked
package io.github.gateweir.alert;

import org.jspecify.annotations.NullMarked;
