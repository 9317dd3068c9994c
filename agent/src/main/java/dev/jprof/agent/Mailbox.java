package dev.jprof.agent;

import dev.jprof.agent.rt.Recorders;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The thread that takes requests of {@code jprof attach} and its relatives: files in a private folder, which the command made
 * and named when it loaded the agent. It stays when a recording ends, because each loading of an agent leaves something behind
 * in the JVM. A request is {@code request-ID}, taken as {@code taken-ID} and answered by {@code reply-ID}: lines of
 * {@code key=value}.
 */
final class Mailbox extends Thread {
    private static final String REQUEST = "request-";
    private static final String TAKEN = "taken-";
    private static final String REPLY = "reply-";

    private static final long PAUSE_MILLIS = 25;
    private static final long IDLE_PAUSE_MILLIS = 200;

    /** Looks without a request after which they become rare. */
    private static final int BUSY_LOOKS = 400;

    private static final int LOOKS_A_SWEEP = 20;

    private static Mailbox open;

    private final Requests requests;
    private volatile File folder;

    private Mailbox(File folder, Instrumentation instrumentation) {
        super("jprof-mailbox");
        this.folder = folder;
        this.requests = new Requests(instrumentation);
        setDaemon(true);
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    static synchronized void open(String path, Instrumentation instrumentation) {
        File folder = new File(path);
        if (open == null || !open.isAlive()) {
            open = new Mailbox(folder, instrumentation);
            open.start();
        }
        open.folder = folder;
        folder.deleteOnExit();
        // What is deleted last is what was named first: a copy of the agent's jar may lie in it.
        for (String name : namesIn(folder)) {
            new File(folder, name).deleteOnExit();
        }
    }

    @Override
    public void run() {
        int empty = 0;
        for (int looks = 0; ; looks++) {
            try {
                sleep(empty > BUSY_LOOKS ? IDLE_PAUSE_MILLIS : PAUSE_MILLIS);
                empty = answerAll(folder) ? 0 : empty + 1;
                if (looks % LOOKS_A_SWEEP == 0 && Bridge.session() != null) {
                    // The ticker does so while it runs.
                    Recorders.forgetEndedThreads();
                }
            } catch (InterruptedException programsOwn) {
                // Somebody interrupts all threads. This one has nothing to give up.
            } catch (Throwable failure) {
                Messages.warn("could not answer a request: " + failure);
            }
        }
    }

    private static String[] namesIn(File folder) {
        String[] names = folder.list();
        return names == null ? new String[0] : names;
    }

    private boolean answerAll(File from) throws IOException {
        String[] names = namesIn(from);
        Arrays.sort(names);
        boolean any = false;
        for (String name : names) {
            if (name.startsWith(REQUEST)) {
                answer(from, name.substring(REQUEST.length()));
                any = true;
            }
        }
        return any;
    }

    private void answer(File from, String id) throws IOException {
        File taken = new File(from, TAKEN + id);
        if (!new File(from, REQUEST + id).renameTo(taken)) {
            return;
        }
        Map<String, String> reply = requests.answer(lines(taken), from);
        File unfinished = new File(from, "unfinished-" + id);
        OutputStream out = new FileOutputStream(unfinished);
        try {
            StringBuilder text = new StringBuilder();
            for (Map.Entry<String, String> line : reply.entrySet()) {
                String value = line.getValue().replace('\n', ' ').replace('\r', ' ');
                text.append(line.getKey()).append('=').append(value).append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } finally {
            out.close();
        }
        if (!unfinished.renameTo(new File(from, REPLY + id))) {
            throw new IOException("cannot rename " + unfinished);
        }
        taken.delete();
    }

    private static Map<String, String> lines(File file) throws IOException {
        Map<String, String> lines = new LinkedHashMap<String, String>();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    lines.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } finally {
            in.close();
        }
        return lines;
    }
}
