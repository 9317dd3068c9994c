/** The web server, asked over bare sockets: browsers and clients mend what is wrong in a request before they send it. */
@NullMarked
package dev.jprof.cli.serve;

import org.jspecify.annotations.NullMarked;
