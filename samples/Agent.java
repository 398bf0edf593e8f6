import java.net.*;
import java.net.http.*;
import java.util.*;
import java.util.regex.*;

/** {@code java Agent.java STRATEGY SIGNAL}: what agent.py does, with its variables and exit codes; the JDK alone. */
@SuppressWarnings("unchecked") class Agent {
  static final Map<String, String> ENV = System.getenv();
  static final String URL = ENV.getOrDefault("MAESTRO_STATUS_URL", "") + "/api/maestro/";
  static final String READER = ENV.getOrDefault("MAESTRO_TOKEN", "");
  static final String SENDER = ENV.getOrDefault("MAESTRO_AGENT_TOKEN", READER);
  static final long END = System.nanoTime() + (long) 1e9 * Integer.parseInt(ENV.getOrDefault("MAESTRO_PATIENCE", "600"));
  static final Pattern TOKEN = Pattern.compile("\"[^\"\\\\]*+(\\\\.[^\"\\\\]*+)*+\"|[\\[\\]{}]|[^\\s\\[\\]{},:\"]+");

  static Map<?, ?> call(String token, String path, String... body) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(URL + path));
    request.headers("Authorization", "Bearer " + token, "Content-Type", "application/json");
    if (ENV.containsKey("MAESTRO_TENANT")) request.header("X-Maestro-Tenant", ENV.get("MAESTRO_TENANT"));
    for (String text : body) request.PUT(HttpRequest.BodyPublishers.ofString(text));
    while (System.nanoTime() < END) {
      var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
      var tokens = TOKEN.matcher(answer.body()).results().map(MatchResult::group).iterator();
      if (answer.statusCode() == 200) return (Map<?, ?>) json(tokens);
      var wait = answer.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,5}"));
      if (wait.isEmpty()) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      Thread.sleep(1000 * Long.parseLong(wait.get())); // 429 or 503: the same call again does no harm
    }
    throw new IllegalStateException("no decision in time: is the tenant active, and do its cycles run?");
  }

  static Object json(Iterator<String> in) {
    List<Object> list = new ArrayList<>();
    Map<Object, Object> map = new LinkedHashMap<>();
    String token = in.next(); // of a text with its quotes
    if (!"{[".contains(token)) return token;
    for (Object it = json(in); !it.equals("]") && !it.equals("}"); it = json(in)) list.add(it);
    for (var i = list.iterator(); "{".equals(token) && i.hasNext(); ) map.put(("" + i.next()).replace("\"", ""), i.next());
    return token.equals("{") ? map : list;
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 2 || !args[1].strip().startsWith("{")) System.exit(2);
    String extra = "{\"version\": \"Agent.java 1\", \"generated_at\": " + call(SENDER, "time").get("time") + ", ";
    String path = "signals/" + URLEncoder.encode(args[0], "UTF-8").replace("+", "%20");
    Object sentAt = call(SENDER, path, extra + args[1].strip().substring(1)).get("generated_at");
    for (int code = -1; ; Thread.sleep(2000)) {
      for (Map<?, ?> newest : (List<Map<?, ?>>) call(READER, "decisions?limit=1").get("decisions")) {
        Map<?, ?> record = call(READER, "decisions/" + newest.get("id").toString().replace("\"", ""));
        for (Map<?, ?> row : (List<Map<?, ?>>) Objects.requireNonNullElse(record.get("signals"), List.of())) {
          if (!row.get("strategy").equals('"' + args[0] + '"') || !sentAt.equals(row.get("generated_at"))) continue;
          System.out.println(row.get("verdict") + " " + row.get("symbol") + " " + row.get("verdict_text"));
          System.out.println(newest.get("id") + " reasons " + row.get("reasons") + " cuts " + row.get("cuts"));
          code = code == 0 || !row.get("verdict").equals("\"DENIED\"") ? 0 : 3;
        }
      }
      if (code >= 0) System.exit(code);
    }
  }
}
