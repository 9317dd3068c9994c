package dev.jprof.report.check.rule;

import dev.jprof.report.view.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one rule: {@code [sum(] METRIC(METHODS) [)] <= BOUND [warning]}. */
final class RuleParser {
    private static final String EXAMPLE = "a rule reads: calls(com.acme.*) <= +0%";
    private static final Pattern SEVERITY = Pattern.compile("\\s(\\w+)\\s*$");
    private static final Pattern OPERATOR = Pattern.compile("<=|>=|==|!=|=|<|>|\u2264");
    /** Between a class and a method, and no part of a name with spaces. */
    private static final Pattern OTHER_MARK = Pattern.compile("(?<=[\\w$])(#|::)(?=[\\w<*])");

    private static final Pattern CALL = Pattern.compile("\\s*([\\w-]*)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);

    private final String text;
    private final Place place;

    RuleParser(String text, Place place) {
        this.text = text;
        this.place = place;
    }

    Rule rule() throws InvalidRules {
        int operator = operator();
        String left = text.substring(0, operator);
        Matcher word = SEVERITY.matcher(text);
        Severity severity = word.find(operator) ? severity(word) : null;
        int end = severity == null ? text.length() : word.start();
        String right = text.substring(operator + 2, end);
        Call outer = call(left, 0);
        boolean sum = outer.word.equals("sum");
        Call inner = sum ? innerOf(outer) : outer;
        RuleMetric metric = metric(inner);
        return new Rule(
                text.substring(0, end).strip(),
                place,
                metric,
                sum,
                methods(metric, inner),
                new BoundParser(right, place.plus(operator + 2), metric).bound(),
                severity == null ? Severity.ERROR : severity,
                List.of());
    }

    /** A word, what stands in parentheses behind it, and where both begin. */
    private record Call(String word, int at, String argument, int argumentAt) {}

    /** Where {@code <=} is: the last one, since methods may have any name. */
    private int operator() throws InvalidRules {
        int at = text.lastIndexOf("<=");
        if (at >= 0) {
            return at;
        }
        Matcher other = OPERATOR.matcher(text);
        int behind = Math.max(0, text.lastIndexOf(')'));
        if (other.find(behind)) {
            throw wrong(other.start(), "'" + other.group() + "' is no comparison of rules", "write <=");
        }
        throw wrong(text.isBlank() ? 0 : text.length(), "there is no <=", EXAMPLE);
    }

    private @Nullable Severity severity(Matcher word) throws InvalidRules {
        for (Severity severity : Severity.values()) {
            if (severity.name().equalsIgnoreCase(word.group(1))) {
                return severity;
            }
        }
        boolean unit = !Character.isLetter(word.group(1).charAt(0)) || isUnit(word.group(1));
        if (unit) {
            return null;
        }
        throw wrong(word.start(1), "there is no severity '" + word.group(1) + "'", "write error, warning or nothing");
    }

    /** A unit may stand apart from its number. */
    private static boolean isUnit(String word) {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.has(word) || word.equals("pp")) {
                return true;
            }
        }
        return false;
    }

    private Call call(String part, int offset) throws InvalidRules {
        Matcher matcher = CALL.matcher(part);
        if (!matcher.matches()) {
            int at = part.isBlank() ? 0 : part.length() - part.stripLeading().length();
            throw wrong(offset + at, "'" + part.strip() + "' is no METRIC(METHODS)", EXAMPLE);
        }
        return new Call(matcher.group(1), offset + matcher.start(1), matcher.group(2), offset + matcher.start(2));
    }

    private Call innerOf(Call sum) throws InvalidRules {
        if (!CALL.matcher(sum.argument).matches() && sum.argument.contains("(")) {
            throw wrong(sum.argumentAt, "a parenthesis is missing", "write sum(" + sum.argument.strip() + "))");
        }
        if (!CALL.matcher(sum.argument).matches()) {
            throw wrong(
                    sum.argumentAt,
                    "sum has no metric",
                    "write sum(calls(" + sum.argument.strip() + ")), or self, total and so on for calls");
        }
        return call(sum.argument, sum.argumentAt);
    }

    private RuleMetric metric(Call call) throws InvalidRules {
        for (RuleMetric metric : RuleMetric.values()) {
            if (metric.word().equals(call.word)) {
                return metric;
            }
        }
        List<String> sorted = Nearest.sorted(call.word.toLowerCase(Locale.ROOT), RuleMetric.words());
        throw wrong(
                call.at,
                call.word.isEmpty()
                        ? "there is no metric before the parenthesis"
                        : "there is no metric '" + call.word + "'",
                "metrics, nearest first: " + String.join(", ", sorted));
    }

    private MethodPattern methods(RuleMetric metric, Call call) throws InvalidRules {
        String methods = call.argument.strip();
        if (methods.isEmpty()) {
            throw wrong(call.argumentAt, "no method is named", "write a name, or a pattern such as com.acme.*");
        }
        if (methods.startsWith("sum(") && methods.endsWith(")")) {
            String summed = methods.substring("sum(".length(), methods.length() - 1);
            throw wrong(
                    call.argumentAt,
                    "sum stands around the metric",
                    "write sum(" + metric.word() + "(" + summed + "))");
        }
        if (OTHER_MARK.matcher(methods).find()) {
            throw wrong(
                    call.argumentAt,
                    "'" + methods + "' has another mark than a dot before the method",
                    "write " + OTHER_MARK.matcher(methods).replaceAll("."));
        }
        return MethodPattern.of(methods);
    }

    private InvalidRules wrong(int at, String problem, String hint) {
        return new InvalidRules(place.plus(at), problem, hint);
    }
}
