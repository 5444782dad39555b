/** Publishing told as stories: a text, a crash, a person who deletes or edits. */
@NullMarked
package dev.flightlog.publish;

import org.jspecify.annotations.NullMarked;
