package dev.jprof.report.view;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.model.TreeFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which paths of the call tree are looked at. Each list holds regular expressions that are tried on printed names; they apply
 * one after another, threads first.
 *
 * @param focus only paths through a matching method
 * @param ignore no path through a matching method
 * @param hide matching methods taken out of their paths, their time going to the caller
 */
public record PathCuts(List<String> threads, List<String> focus, List<String> ignore, List<String> hide) {
    public Profile apply(Profile profile) {
        Profile cut = profile;
        for (String regex : threads) {
            cut = TreeFilter.threads(cut, threadMatches(regex));
        }
        for (String regex : focus) {
            cut = TreeFilter.focus(cut, matches(regex, cut));
        }
        for (String regex : ignore) {
            cut = TreeFilter.ignore(cut, matches(regex, cut));
        }
        for (String regex : hide) {
            cut = TreeFilter.hide(cut, matches(regex, cut));
        }
        return cut;
    }

    /** The same with paths through {@code more} only. */
    public PathCuts through(List<String> more) {
        List<String> all = new ArrayList<>(focus);
        all.addAll(more);
        return new PathCuts(threads, all, ignore, hide);
    }

    /** One line for each cut, to be read with the result. */
    public List<String> scope() {
        List<String> lines = new ArrayList<>();
        describe("only threads", threads, lines);
        describe("only paths through", focus, lines);
        describe("no paths through", ignore, lines);
        describe("hidden in paths, time with the caller:", hide, lines);
        return lines;
    }

    private static void describe(String what, List<String> regexes, List<String> lines) {
        for (String regex : regexes) {
            lines.add(what + " <" + PythonRepr.of(regex) + ">");
        }
    }

    private static Predicate<ThreadRow> threadMatches(String regex) {
        Pattern pattern = PythonRegex.compile(regex);
        return thread -> pattern.matcher(thread.name()).find();
    }

    private static Predicate<Method> matches(String regex, Profile profile) {
        Pattern pattern = PythonRegex.compile(regex);
        Names names = new Names(profile);
        Map<Method, String> printed = new HashMap<>();
        for (int method = 0; method < profile.methods().size(); method++) {
            printed.put(profile.methods().get(method), names.printed(method));
        }
        return method -> pattern.matcher(printed.getOrDefault(method, "")).find();
    }
}
