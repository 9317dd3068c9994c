package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.view.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For what shows test results: a suite for each rule, a test for each method. Broken is a failure, not enough data an error,
 * quarantined, ignored and not tried are skipped; a warning passes and says so in its output.
 */
public final class JUnitXml implements CheckFormat {
    @Override
    public void write(CheckResult result, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            line(0, xml);
            xml.writeStartElement("testsuites");
            attribute("name", "jprof check", xml);
            totals(
                    result.findings(),
                    result.rules().stream().filter(rule -> !rule.isTried()).count(),
                    xml);
            for (RuleResult rule : result.rules()) {
                line(1, xml);
                suite(rule, xml);
            }
            line(0, xml);
            xml.writeEndElement();
            line(0, xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    /** Schemas know no number of skipped tests of all suites together. */
    private static void totals(List<Finding> findings, long untried, XMLStreamWriter xml) throws XMLStreamException {
        attribute("tests", Long.toString(findings.size() + untried), xml);
        attribute(
                "failures",
                Long.toString(findings.stream().filter(Finding::fails).count()),
                xml);
        attribute(
                "errors",
                Long.toString(findings.stream().filter(Finding::leavesOpen).count()),
                xml);
        attribute("time", "0", xml);
    }

    private static void skipped(List<Finding> findings, long untried, XMLStreamWriter xml) throws XMLStreamException {
        long skipped = findings.stream().filter(JUnitXml::isSkipped).count() + untried;
        attribute("skipped", Long.toString(skipped), xml);
    }

    private static boolean isSkipped(Finding finding) {
        return finding.outcome() == Outcome.QUARANTINED || finding.outcome() == Outcome.IGNORED;
    }

    private static void suite(RuleResult rule, XMLStreamWriter xml) throws XMLStreamException {
        String name = rule.rule().text();
        xml.writeStartElement("testsuite");
        attribute("name", name, xml);
        long untried = rule.isTried() ? 0 : 1;
        totals(rule.findings(), untried, xml);
        skipped(rule.findings(), untried, xml);
        for (Finding finding : rule.findings()) {
            line(2, xml);
            start(finding.subject().printed(), name, xml);
            outcome(finding, xml);
            xml.writeEndElement();
        }
        if (!rule.isTried()) {
            line(2, xml);
            start(rule.rule().methods().toString(), name, xml);
            problem("skipped", "", "there is no base", "", xml);
            xml.writeEndElement();
        }
        line(1, xml);
        xml.writeEndElement();
    }

    private static void start(String method, String rule, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", method, xml);
        attribute("classname", rule, xml);
        attribute("time", "0", xml);
    }

    private static void outcome(Finding finding, XMLStreamWriter xml) throws XMLStreamException {
        String message = Wording.sentence(finding);
        String more = String.join("\n", Wording.explanation(finding));
        switch (finding.outcome()) {
            case REGRESSION -> {
                if (finding.fails()) {
                    problem("failure", "regression", message, more, xml);
                } else {
                    warning(message, more, xml);
                }
            }
            case UNDECIDED -> {
                if (finding.leavesOpen()) {
                    problem("error", "not enough data", message, more, xml);
                } else {
                    warning("not enough data: " + message, more, xml);
                }
            }
            case QUARANTINED -> problem("skipped", "", "quarantined: " + message, "", xml);
            case IGNORED -> problem("skipped", "", "ignored: " + more, "", xml);
            default -> {}
        }
    }

    private static void warning(String message, String more, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal("warning: " + message + "\n" + more));
        xml.writeEndElement();
    }

    private static void problem(String element, String type, String message, String text, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message, xml);
        if (!type.isEmpty()) {
            attribute("type", type, xml);
            xml.writeCharacters(legal(message + "\n" + text));
        }
        xml.writeEndElement();
    }

    private static void attribute(String name, String value, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeAttribute(name, legal(Printable.of(value)));
    }

    private static void line(int depth, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** The last two characters of Unicode's first plane are no controls, and XML forbids them even so. */
    private static String legal(String text) {
        return text.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
    }
}
