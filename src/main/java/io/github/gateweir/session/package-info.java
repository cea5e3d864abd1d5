/**
 * What the records of one Cloudflare session say together: a fold over records in any order, with
 * bounded state, that only event time closes.
 */
@NullMarked
package io.github.gateweir.session;

import org.jspecify.annotations.NullMarked;
