package io.github.gateweir.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.gateway.Place;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a record, or of several.
 *
 * @param id what makes it unique: the same records give the same id again
 * @param rule the rule's title
 * @param level the rule's level, such as {@code high}
 * @param sessionId Cloudflare's SessionID; null when there is none
 * @param json the ECS document, whose last member is the object {@code gateweir}
 * @param place where the record was read that raised it
 * @param group which alerts are like it; null when it goes out whatever others say
 */
public record Alert(
    String id,
    String rule,
    String level,
    @Nullable String sessionId,
    byte[] json,
    Place place,
    @Nullable AlertGroup group) {

  private static final byte[] SESSION = ",\"session\":".getBytes(UTF_8);
  private static final byte[] END = "}}".getBytes(UTF_8);

  /**
   * The alert with the session that it belongs to, so far.
   *
   * @param session the object {@code gateweir.session}
   */
  public Alert in(byte[] session) {
    int kept = json.length - END.length;
    byte[] all = Arrays.copyOf(json, kept + SESSION.length + session.length + END.length);
    System.arraycopy(SESSION, 0, all, kept, SESSION.length);
    System.arraycopy(session, 0, all, kept + SESSION.length, session.length);
    System.arraycopy(END, 0, all, all.length - END.length, END.length);
    return new Alert(id, rule, level, sessionId, all, place, group);
  }
}
