/** Documents to standard output. */
package io.github.gateweir.sink.stdout;
