/** Dead letters read back, so that what was mended can go through the job again. */
package io.github.gateweir.source.deadletter;
