package io.github.gateweir.testing;

/** A server that ended, or kept silent for too long, before it was ready. */
final class ServerStartException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final boolean portTaken;

  ServerStartException(String message, String log, Throwable cause) {
    super(message, cause);
    portTaken = log.contains("BindException") || log.contains("Address already in use");
  }

  /** Whether another process had one of the ports: worth another try on other ports. */
  boolean portTaken() {
    return portTaken;
  }
}
