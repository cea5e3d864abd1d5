/** The whole job, from input to output: nothing is lost, nothing comes twice, whatever fails. */
package io.github.gateweir.delivery;
