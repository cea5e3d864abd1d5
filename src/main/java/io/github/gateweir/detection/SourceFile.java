package io.github.gateweir.detection;

import java.io.Serializable;

/**
 * A file with rules, or with a list, as it was read.
 *
 * @param name how errors name it
 * @param content its bytes
 */
public record SourceFile(String name, byte[] content) implements Serializable {

  private static final long serialVersionUID = 1L;
}
