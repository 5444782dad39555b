/** Who is signed in: sign-in with GitHub, sessions of the pages, and access tokens of the API. Knows no HTML. */
@NullMarked
package dev.flightlog.session;

import org.jspecify.annotations.NullMarked;
