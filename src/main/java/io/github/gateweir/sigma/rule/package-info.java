/** What is read from rule files: rules, correlations, filters, and what is wrong with them. */
@NullMarked
package io.github.gateweir.sigma.rule;

import org.jspecify.annotations.NullMarked;
