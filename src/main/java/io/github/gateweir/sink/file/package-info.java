/** Documents to files, one JSON document a line. */
package io.github.gateweir.sink.file;
