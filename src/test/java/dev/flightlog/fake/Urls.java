package dev.flightlog.fake;

/** Where the API and the web pages are, without a slash at the end. */
record Urls(String api, String web) {
    String repository(String fullName) {
        return api + "/repos/" + fullName;
    }
}
