/**
 * Log files as a source: folders or files, plain or gzip, read once or watched. One file is one
 * split; every line keeps its file and its number.
 */
package io.github.gateweir.source.file;
