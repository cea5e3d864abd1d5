import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.ingest.common.IngestCommonPlugin;
import org.opensearch.node.Node;
import org.opensearch.script.mustache.MustachePlugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node, run until its process is told to end, with those modules of a distribution
 * that the tests count on: they are on the class path, where the server's own main class does not
 * look for any. Scripts (Painless) are not among them, for which a node takes twice as long to
 * start.
 */
public final class OpenSearchNode extends Node {
  private OpenSearchNode(Environment environment) {
    super(
        environment,
        List.of(
            Netty4Plugin.class,
            CommonAnalysisPlugin.class,
            MapperExtrasPlugin.class,
            IngestCommonPlugin.class,
            // What an ingest pipeline's templates are written in.
            MustachePlugin.class),
        true);
  }

  /**
   * Starts the node.
   *
   * @param args the folder of its configuration, then its settings, each {@code name=value}
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      run(Path.of(args[0]), settings(args));
    } catch (Exception e) {
      e.printStackTrace();
      // The threads of a node that did not start would go on.
      Runtime.getRuntime().halt(1);
    }
    new CountDownLatch(1).await();
  }

  private static void run(Path config, Settings settings) throws Exception {
    Node node = new OpenSearchNode(new Environment(settings, Files.createDirectories(config)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
    node.start();
  }

  private static Settings settings(String[] args) {
    Settings.Builder settings = Settings.builder();
    for (int i = 1; i < args.length; i++) {
      String[] setting = args[i].split("=", 2);
      settings.put(setting[0], setting[1]);
    }
    return settings.build();
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException e) {
      e.printStackTrace();
    }
  }
}
