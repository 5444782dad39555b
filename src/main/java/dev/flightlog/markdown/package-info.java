/** Text that is safe and valid to post on GitHub; knows nothing of what the text is about. */
@NullMarked
package dev.flightlog.markdown;

import org.jspecify.annotations.NullMarked;
