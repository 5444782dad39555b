package dev.flightlog.app;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;

/** Where the server is reached, as the database knows it. */
@Singleton
class PublicAddressStore {
    private final Database database;

    PublicAddressStore(Database database) {
        this.database = database;
    }

    void remember(String publicUrl) {
        database.update(
                "update deployment set public_url = ? where public_url is distinct from ?", publicUrl, publicUrl);
    }
}
