/** Tests of what goes into the page; a browser looks at what comes of it elsewhere. Start at {@link dev.jprof.report.html.PageDataTest}. */
package dev.jprof.report.html;
