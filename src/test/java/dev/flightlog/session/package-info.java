@NullMarked
package dev.flightlog.session;

import org.jspecify.annotations.NullMarked;
