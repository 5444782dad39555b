/** GitHub as this app sees it: authentication, limits, failures, and the endpoints it uses. Alone knows hub4j and GitHub's URLs. */
@NullMarked
package dev.flightlog.github;

import org.jspecify.annotations.NullMarked;
