/** Organizations, installations, people, teams and who is in them; and how fresh each source of an organization is. */
@NullMarked
package dev.flightlog.directory;

import org.jspecify.annotations.NullMarked;
