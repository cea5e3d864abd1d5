/** What is known of domains and addresses: lists and what looks values up in them. */
@NullMarked
package io.github.gateweir.intel;

import org.jspecify.annotations.NullMarked;
