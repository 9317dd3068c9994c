package dev.jprof.benchmarks.harness;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.OptionalDouble;

/** The results as JSON: each run as it was measured, so that other figures can be made of them. */
final class Json {
    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    static String of(Machine machine, Settings settings, Results results) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            var json = new Json(generator);
            generator.writeStartObject();
            json.header(machine, settings);
            json.goals(results);
            json.measurements(results);
            generator.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private void header(Machine machine, Settings settings) throws IOException {
        out.writeStringField("date", machine.date());
        out.writeStringField("processor", machine.processor());
        out.writeNumberField("processors", machine.processors());
        out.writeStringField("system", machine.system());
        out.writeNumberField("loadAtStart", machine.load());
        out.writeStringField("jdk", settings.jdk().version());
        out.writeStringField("gc", settings.gc());
        out.writeNumberField("pairs", settings.pairs());
        out.writeNumberField("factor", settings.factor());
    }

    private void goals(Results results) throws IOException {
        out.writeArrayFieldStart("goals");
        for (Goal goal : Goals.ALL) {
            out.writeStartObject();
            out.writeStringField("what", goal.what());
            out.writeNumberField("goal", goal.limit());
            OptionalDouble measured = goal.value().apply(results);
            if (measured.isPresent()) {
                out.writeNumberField("measured", measured.getAsDouble());
            }
            out.writeStringField("verdict", goal.verdict(results));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void measurements(Results results) throws IOException {
        out.writeArrayFieldStart("measurements");
        for (Measurement one : results.measurements()) {
            out.writeStartObject();
            out.writeStringField("program", one.workload().name());
            out.writeStringField("profiler", one.mode().name());
            out.writeStringField("jdk", one.mode().jdk().version());
            out.writeNumberField("factor", one.factor());
            out.writeNumberField("calls", one.calls());
            out.writeNumberField("nodes", one.nodes());
            out.writeStringField("problem", one.problem());
            out.writeArrayFieldStart("pairs");
            for (Measurement.Pair pair : one.pairs()) {
                out.writeStartObject();
                run("bare", pair.bare());
                run("profiled", pair.profiled());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void run(String name, Run run) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("insideNs", run.insideNs());
        out.writeNumberField("wholeNs", run.wholeNs());
        out.writeNumberField("endNs", run.endNs());
        out.writeNumberField("peakKb", run.peakKb());
        out.writeEndObject();
    }
}
