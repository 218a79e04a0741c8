/** Matrix products beside native libraries, each in its own process; compiled by the Maven profile {@code peers} only. */
@NullMarked
package dev.lanewise.jmh.peers;

import org.jspecify.annotations.NullMarked;
