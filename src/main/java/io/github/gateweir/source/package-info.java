/** Where raw records come from, and the event time that they carry. */
package io.github.gateweir.source;
