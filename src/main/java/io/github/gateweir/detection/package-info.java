/** Detections: the rules on Gateway's events, with what their alerts say. */
@NullMarked
package io.github.gateweir.detection;

import org.jspecify.annotations.NullMarked;
