/** What is known of domains and addresses: the lists that rules name, and what looks values up. */
@NullMarked
package io.github.gateweir.intel;

import org.jspecify.annotations.NullMarked;
