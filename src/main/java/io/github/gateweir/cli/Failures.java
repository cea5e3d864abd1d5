package io.github.gateweir.cli;

import io.github.gateweir.config.SettingsException;
import io.github.gateweir.config.UnreachableException;
import java.io.IOException;
import java.io.PrintWriter;
import org.apache.flink.util.ExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  /** Set to see stack traces. */
  private static final String TRACE = "gateweir.trace";

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
    if (Boolean.getBoolean(TRACE)) {
      e.printStackTrace(line.getErr());
    }
    if (e instanceof SettingsException || e instanceof UsageException) {
      return say(line, e.getMessage(), ExitCodes.USAGE);
    }
    if (e instanceof UnreachableException || e instanceof JobFailedException) {
      return say(line, e.getMessage(), ExitCodes.FAILED);
    }
    Throwable cause = ExceptionUtils.stripExecutionException(e);
    String what = cause instanceof IOException ? "" : cause.getClass().getSimpleName() + ": ";
    return say(
        line,
        what + cause.getMessage() + " (JAVA_OPTS=-D" + TRACE + "=true shows where.)",
        ExitCodes.FAILED);
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    say(line, e.getMessage(), ExitCodes.USAGE);
    line.getErr().println("See gateweir " + line.getCommandName() + " --help.");
    line.getErr().flush();
    return ExitCodes.USAGE;
  }

  private static int say(CommandLine line, String sentence, int exitCode) {
    PrintWriter err = line.getErr();
    err.println("gateweir: " + sentence);
    err.flush();
    return exitCode;
  }
}
