package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a server indexes a field. */
enum FieldType {
  /** Text that is found as a whole. What is longer stays in the document and is not found. */
  KEYWORD("keyword"),
  /** Text that is found by its words. */
  TEXT("text"),
  /**
   * Text that can only be read. It is not indexed in any form, so there is no limit to its length.
   */
  UNINDEXED("keyword"),
  IP("ip"),
  LONG("long"),
  /**
   * A number that comes from Cloudflare as it is. One that is none, or too large, stays in the
   * document, is not found, and the field {@code _ignored} names it.
   */
  VENDOR_LONG("long"),
  FLOAT("float"),
  BOOLEAN("boolean"),
  /** A time, to the millisecond. */
  DATE("date"),
  /** A time, to the nanosecond, of the years 1970 to 2262. */
  DATE_NANOS("date_nanos"),
  /** Objects of which each counts for itself, so that a query sees which values stand together. */
  NESTED("nested"),
  /** An object with members of any names and types, which become no fields of their own. */
  OPEN_OBJECT("");

  /** How many characters of a keyword are indexed: what ECS says. */
  static final int IGNORE_ABOVE = 1024;

  private final String type;

  FieldType(String type) {
    this.type = type;
  }

  /** The field's part of a mapping. */
  ObjectNode mapping(OpenObject openObject) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode().put("type", type);
    return switch (this) {
      case KEYWORD -> mapping.put("ignore_above", IGNORE_ABOVE);
      case UNINDEXED -> mapping.put("index", false).put("doc_values", false);
      case VENDOR_LONG -> mapping.put("ignore_malformed", true);
      case OPEN_OBJECT -> openObject.mapping();
      default -> mapping;
    };
  }
}
