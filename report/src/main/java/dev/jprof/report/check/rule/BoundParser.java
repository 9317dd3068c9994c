package dev.jprof.report.check.rule;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands behind {@code <=}. */
final class BoundParser {
    private static final Pattern AMOUNT = Pattern.compile(
            "([+-]?)\\s*(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,18}(?:\\.\\d{1,9})?)\\s*(\\p{Alpha}*%?|\u00b5s)");

    private final String text;
    private final Place place;
    private final RuleMetric metric;

    /** {@code place} is where {@code text} begins. */
    BoundParser(String text, Place place, RuleMetric metric) {
        this.text = text;
        this.place = place.plus(text.length() - text.stripLeading().length());
        this.metric = metric;
    }

    Bound bound() throws InvalidRules {
        String written = text.strip();
        Matcher amount = AMOUNT.matcher(written);
        if (written.isEmpty()) {
            throw wrong(
                    "there is no bound",
                    "write +0%, +5% or so, or a budget: " + metric.quantity().example());
        }
        if (!amount.matches()) {
            throw wrong(
                    "'" + written + "' is no bound",
                    "write +5% against the base, or " + metric.quantity().example());
        }
        BigDecimal number = new BigDecimal(amount.group(2).replace(",", ""));
        String unit = amount.group(3).equals("\u00b5s") ? "us" : amount.group(3);
        return switch (amount.group(1)) {
            case "+" -> againstBase(number, unit);
            case "" -> new Bound.Budget(inUnit(number, unit));
            default ->
                throw wrong(
                        "a bound can't be negative", "write +0% for no more than the base, or a budget without sign");
        };
    }

    private Bound againstBase(BigDecimal number, String unit) throws InvalidRules {
        if (unit.equals("%")) {
            return new Bound.Relative(number);
        }
        if (metric.quantity() != Quantity.SHARE) {
            return new Bound.Absolute(inUnit(number, unit));
        }
        if (!unit.equals("pp")) {
            throw wrong(
                    "'" + unit + "' is no unit of share",
                    "write +5% for a twentieth more than the base's share, or +5pp for five percentage points more");
        }
        return new Bound.Absolute(number);
    }

    private BigDecimal inUnit(BigDecimal number, String unit) throws InvalidRules {
        Quantity quantity = metric.quantity();
        if (unit.equals("%") && quantity != Quantity.SHARE) {
            throw wrong(
                    "a budget of " + metric.word() + " has no base to be a share of",
                    "write +" + number.toPlainString() + "% against the base, or " + quantity.example());
        }
        if (!quantity.has(unit)) {
            throw wrong(
                    unit.isEmpty() ? metric.word() + " needs a unit" : "'" + unit + "' is no unit of " + metric.word(),
                    "write " + quantity.example());
        }
        if (quantity == Quantity.COUNT && number.stripTrailingZeros().scale() > 0) {
            throw wrong("there is no part of a call", "write " + quantity.example());
        }
        return quantity.scaled(number, unit);
    }

    private InvalidRules wrong(String problem, String hint) {
        return new InvalidRules(place, problem, hint);
    }
}
