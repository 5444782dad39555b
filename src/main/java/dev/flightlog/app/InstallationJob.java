package dev.flightlog.app;

import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import jakarta.inject.Singleton;

/** Asks GitHub about an installation that an event was about: the event itself may be old, or sent again. */
@Singleton
class InstallationJob implements JobHandler<InstallationJob.Data> {
    static final JobType<Data> TYPE = JobType.of("installation", Data.class, Priority.RIGHTS);

    private final InstallationReading reading;

    InstallationJob(InstallationReading reading) {
        this.reading = reading;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        reading.read(data.installation());
    }

    /** GitHub's id of the installation. */
    record Data(long installation) {}
}
