/** The week's summary as a short card in a chat: Slack or Microsoft Teams. */
@NullMarked
package dev.flightlog.digest;

import org.jspecify.annotations.NullMarked;
