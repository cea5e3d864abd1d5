package io.github.gateweir.sigma.rule;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Events of Cloudflare Gateway's network log: rules for {@code product: cloudflare} run on them,
 * and rules for generic log sources, whose fields are mapped.
 */
public final class GatewayEnvironment implements Environment {

  private static final String PRODUCT = "cloudflare";
  private static final String SERVICE = "gateway_network";
  private static final Set<String> IGNORED_PRODUCTS = Set.of("windows", "linux", "macos");

  private final Predicate<String> eventFields;
  private final FieldMapping mapping = FieldMapping.shipped();

  /**
   * The environment.
   *
   * @param eventFields whether events can have a field of that name
   */
  public GatewayEnvironment(Predicate<String> eventFields) {
    this.eventFields = eventFields;
  }

  @Override
  public Admission admission(LogSource logSource) {
    String category = logSource.category();
    String product = logSource.product();
    String service = logSource.service();
    boolean mapped = category != null && mapping.has(category);
    if (category != null && !mapped) {
      return refused("category", category);
    }
    if (PRODUCT.equals(product)) {
      return service == null || service.equals(SERVICE)
          ? Admission.admitted("")
          : refused("service", service);
    }
    if (service != null) {
      return refused("service", service);
    }
    if (product != null && !(mapped && IGNORED_PRODUCTS.contains(product))) {
      return refused("product", product);
    }
    return Admission.admitted(
        product == null
            ? ""
            : "The product %s is ignored: the records do not tell the operating system."
                .formatted(product));
  }

  private Admission refused(String key, String value) {
    return Admission.refused(
        "No record is of the %s %s: rules run for product %s, service %s, and for the categories %s."
            .formatted(
                key,
                Fragment.of(value),
                PRODUCT,
                SERVICE,
                String.join(", ", mapping.categories())));
  }

  @Override
  public @Nullable String field(String name, LogSource logSource) {
    String category = logSource.category();
    String field = category == null ? name : mapping.field(name, category);
    return eventFields.test(field) ? field : null;
  }
}
