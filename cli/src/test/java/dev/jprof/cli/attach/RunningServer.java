package dev.jprof.cli.attach;

import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.truth.Javac;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server that others wrote, on a port that was free, and how a client asks it.
 *
 * @param request the method of the server that is called once for each request
 */
record RunningServer(Process process, int port, Client client, String request) implements AutoCloseable {
    /** Asks a server; each thread of a load has one of its own. */
    interface Asker extends AutoCloseable {
        /** Returns the answer to one of the questions, the same each time. */
        String ask(int question) throws Exception;

        @Override
        void close() throws SQLException;
    }

    /** Makes askers. */
    interface Client {
        Asker connect(int port) throws Exception;
    }

    private static final String PAGES = """
            package app;

            import java.io.File;
            import java.io.IOException;
            import javax.servlet.http.HttpServlet;
            import javax.servlet.http.HttpServletRequest;
            import javax.servlet.http.HttpServletResponse;
            import org.apache.catalina.Context;
            import org.apache.catalina.startup.Tomcat;

            public class Pages extends HttpServlet {
                @Override
                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    int page = Integer.parseInt(request.getParameter("page"));
                    response.setContentType("text/plain;charset=UTF-8");
                    for (int line = 0; line < 100 + page; line++) response.getWriter().println(text(page, line));
                }

                static String text(int page, int line) {
                    return page + "." + line + " " + Integer.toHexString(page * 31 + line * line) + " \\u00e4\\u20ac";
                }

                public static void main(String[] args) throws Exception {
                    Tomcat tomcat = new Tomcat();
                    tomcat.setBaseDir(args[0]);
                    tomcat.setPort(0);
                    Context context = tomcat.addContext("", new File(args[0]).getAbsolutePath());
                    Tomcat.addServlet(context, "pages", new Pages());
                    context.addServletMappingDecoded("/*", "pages");
                    tomcat.getConnector().setProperty("address", "127.0.0.1");
                    tomcat.start();
                    System.out.println("listens at http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
                    tomcat.getServer().await();
                }
            }
            """;

    private static final Pattern PORT = Pattern.compile(":(\\d+)");

    /** Tomcat with one servlet, asked by HTTP. */
    static RunningServer tomcat(Jdk jdk, Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        Path[] jars = {jar("tomcat-embed-core"), jar("tomcat-annotations-api")};
        Javac.compile(8, classes, "app.Pages", PAGES, jars);
        List<Path> path = Stream.concat(Stream.of(classes), Stream.of(jars)).toList();
        return start(
                jdk, folder, path, RunningServer::http, "app.Pages.doGet", List.of("app.Pages", folder.toString()));
    }

    /** H2's own server with a database in memory, asked by JDBC. */
    static RunningServer h2(Jdk jdk, Path folder) throws IOException {
        List<String> words = List.of("org.h2.tools.Server", "-tcp", "-tcpPort", "0", "-ifNotExists");
        return start(
                jdk, folder, List.of(jar("h2")), RunningServer::jdbc, "org.h2.server.TcpServerThread.process", words);
    }

    private static RunningServer start(
            Jdk jdk, Path folder, List<Path> classPath, Client client, String request, List<String> words)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-Dh2.bindAddress=127.0.0.1", "-cp"));
        command.add(String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process =
                builder.redirectError(folder.resolve("err.txt").toFile()).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return new RunningServer(process, Integer.parseInt(port.group(1)), client, request);
            }
        }
        throw new IOException("the server did not start, see err.txt in " + folder);
    }

    private static Path jar(String artifact) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.matches(".*[/\\\\]" + artifact + "-[0-9.]+\\.jar"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    private static Asker http(int port) {
        HttpClient client = HttpClient.newHttpClient();
        return new Asker() {
            @Override
            public String ask(int question) throws Exception {
                URI page = URI.create("http://127.0.0.1:" + port + "/a?page=" + question);
                HttpResponse<String> response =
                        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
                return response.statusCode() + " "
                        + response.headers().firstValue("Content-Type").orElse("") + " " + response.body();
            }

            @Override
            public void close() {}
        };
    }

    private static Asker jdbc(int port) throws Exception {
        Connection connection = DriverManager.getConnection(
                "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:test;DB_CLOSE_DELAY=-1", "sa", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists item as"
                            + " select x as id, 'name ' || mod(x * 7919, 1009) as name, x * x as amount from system_range(1, 2000)");
        }
        PreparedStatement query = connection.prepareStatement(
                "select name, count(*), sum(amount) from item where mod(id, 16) = ? group by name order by name");
        return new Asker() {
            @Override
            public String ask(int question) throws Exception {
                query.setInt(1, question % 16);
                StringBuilder answer = new StringBuilder();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        answer.append(rows.getString(1)).append(rows.getInt(2)).append(rows.getLong(3));
                    }
                }
                return answer.toString();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    String pid() {
        return Long.toString(process.pid());
    }

    /** In steps of 10 ms. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
