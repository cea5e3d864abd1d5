/** The commands, and how they put settings, connectors and job together. */
package io.github.gateweir.cli;
