/**
 * What a user sets: the options with their defaults, the file they are read from, the checks before
 * the job starts.
 *
 * <p>An {@code …Options} class holds the keys of one area, a {@code …Settings} record their values.
 */
package io.github.gateweir.config;
