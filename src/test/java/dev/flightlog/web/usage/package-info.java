@NullMarked
package dev.flightlog.web.usage;

import org.jspecify.annotations.NullMarked;
