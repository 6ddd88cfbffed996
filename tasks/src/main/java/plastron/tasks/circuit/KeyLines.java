package plastron.tasks.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines on which keys and tables of a TOML text stand. The parser does not keep them; what
 * comes here is known to be TOML.
 */
final class KeyLines {

  private final String text;
  private final Map<List<String>, Integer> lines = new HashMap<>();
  private int at;
  private int line = 1;

  private KeyLines(String text) {
    this.text = text;
  }

  static KeyLines of(String text) {
    KeyLines all = new KeyLines(text);
    all.scan();
    return all;
  }

  /** The line of a key, or of the nearest table around it that is found; at least 1. */
  int of(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      Integer found = lines.get(path.subList(0, length));
      if (found != null) {
        return found;
      }
    }
    return 1;
  }

  private void scan() {
    List<String> table = List.of();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipComment();
      } else if (Character.isWhitespace(c)) {
        next();
      } else if (c == '[') {
        skipAll('[');
        table = key(']');
        for (int length = 1; length <= table.size(); length++) {
          lines.putIfAbsent(table.subList(0, length), line);
        }
        skipAll(']');
      } else {
        List<String> path = new ArrayList<>(table);
        int begin = line;
        path.addAll(key('='));
        lines.putIfAbsent(path, begin);
        skipValue();
      }
    }
  }

  /** A dotted key, and what ends it. */
  private List<String> key(char end) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    while (at < text.length() && text.charAt(at) != end) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int begin = at + 1;
        skipString();
        part.append(text, begin, Math.max(begin, at - 1));
      } else {
        if (c == '.') {
          parts.add(part.toString());
          part.setLength(0);
        } else if (!Character.isWhitespace(c)) {
          part.append(c);
        }
        next();
      }
    }
    next();
    parts.add(part.toString());
    return parts;
  }

  /** Up to the end of the line on which a value ends. */
  private void skipValue() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' && depth == 0) {
        return;
      } else if (c == '#') {
        skipComment();
      } else if (c == '"' || c == '\'') {
        skipString();
      } else {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        next();
      }
    }
  }

  private void skipString() {
    char quote = text.charAt(at);
    String end = String.valueOf(quote).repeat(3);
    if (!text.startsWith(end, at)) {
      end = String.valueOf(quote);
    }
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      if (quote == '"' && text.charAt(at) == '\\') {
        next();
      }
      next();
    }
    at = Math.min(text.length(), at + end.length());
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void skipAll(char c) {
    while (at < text.length() && text.charAt(at) == c) {
      at++;
    }
  }

  private void next() {
    if (at < text.length() && text.charAt(at) == '\n') {
      line++;
    }
    at++;
  }
}
