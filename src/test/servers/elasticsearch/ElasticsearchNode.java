import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node, run until its process is told to end.
 *
 * <p>The server's own main class wants the scripts, modules and policies of a distribution, which
 * Maven Central does not have.
 */
public final class ElasticsearchNode {
  private ElasticsearchNode() {}

  /**
   * Starts the node.
   *
   * @param args the folder of its configuration, then its settings, each {@code name=value}
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      // Has to come before the first logger is made.
      LogConfigurator.configureESLogging();
      run(Path.of(args[0]), settings(args));
    } catch (Exception e) {
      e.printStackTrace();
      // The threads of a node that did not start would go on.
      Runtime.getRuntime().halt(1);
    }
    new CountDownLatch(1).await();
  }

  private static void run(Path config, Settings settings) throws Exception {
    LogConfigurator.configureWithoutConfig(settings);
    Environment environment = new Environment(settings, Files.createDirectories(config));
    Node node = new Node(environment, plugins(environment));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
    node.start();
  }

  private static PluginsLoader plugins(Environment environment) {
    return PluginsLoader.createPluginsLoader(
        PluginsLoader.loadModulesBundles(environment.modulesDir()),
        PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
        Map.of(),
        false);
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
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}
