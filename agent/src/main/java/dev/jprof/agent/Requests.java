package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be asked of the agent from outside, and the answers. Confined to the mailbox's thread. */
final class Requests {
    /** Moves on when a request or an answer changes its meaning. */
    private static final String VERSION = "1";

    private final Instrumentation instrumentation;

    Requests(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Answers one request. What goes wrong is the answer's {@code error}.
     *
     * @param folder where a profile is put that the request names without a folder
     */
    Map<String, String> answer(Map<String, String> request, File folder) {
        Map<String, String> answer = new LinkedHashMap<String, String>();
        try {
            if (!VERSION.equals(request.get("version"))) {
                throw new OptionException("the JVM has the agent of jprof " + AgentJar.version()
                        + ", which this jprof does not fit: use that one, or restart the program");
            }
            answer(request, folder, answer);
        } catch (OptionException mistake) {
            answer.put("error", mistake.getMessage());
        } catch (IOException unwritable) {
            answer.put(
                    "error",
                    "cannot write the profile: " + Messages.reason(unwritable) + "; give another place with -o");
        } catch (Throwable failure) {
            answer.put("error", "the agent failed: " + failure);
        }
        return answer;
    }

    private void answer(Map<String, String> request, File folder, Map<String, String> answer) throws Exception {
        String verb = request.get("verb");
        if ("attach".equals(verb)) {
            AgentOptions options = AgentOptions.parse(request.get("options"));
            Recordings.attach(options, instrumentation).describe(answer);
        } else if ("begin".equals(verb)) {
            Recordings.running().begin();
            answer.put("recording", "yes");
        } else if ("status".equals(verb)) {
            status(answer);
        } else if ("dump".equals(verb)) {
            answer.put("file", Recordings.running().dump(file(request, folder)).getPath());
        } else if ("retarget".equals(verb)) {
            Recording recording = Recordings.running();
            recording.retarget(request.get("include"), request.get("exclude"));
            recording.describe(answer);
        } else if ("stop".equals(verb)) {
            Recording recording = Recordings.running();
            answer.put("file", recording.stop(file(request, folder)).getPath());
            recording.describe(answer);
        } else {
            throw new OptionException("the agent does not know the request '" + verb + "'");
        }
    }

    private static void status(Map<String, String> answer) throws Exception {
        Recording recording = Recordings.last();
        if (recording == null) {
            answer.put("recording", "no");
        } else {
            recording.describe(answer);
        }
    }

    /** Null for the file that the recording names itself. */
    private static File file(Map<String, String> request, File folder) {
        String name = request.get("file");
        return name == null ? null : new File(folder, name);
    }
}
