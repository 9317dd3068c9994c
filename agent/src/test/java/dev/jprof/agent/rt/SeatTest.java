package dev.jprof.agent.rt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeatTest {
    private final Seat seat = new Seat(false);

    @Test
    void seat_of_a_living_thread_goes_to_nobody() {
        seat.reserve(Thread.currentThread());

        assertThat(seat.passOn(new Thread("next"))).isFalse();
        assertThat(seat.isOrphaned()).isFalse();
    }

    @Test
    void seat_of_an_ended_thread_goes_to_one_other() throws InterruptedException {
        Thread ended = ended("first");
        seat.reserve(ended);
        seat.take(ended);

        assertThat(seat.isOrphaned()).isTrue();
        assertThat(seat.passOn(Thread.currentThread())).isTrue();
        assertThat(seat.passOn(new Thread("too late"))).isFalse();
        assertThat(seat.isTaken()).as("the next has not sat down yet").isFalse();
        assertThat(seat.name())
                .as("who sat here last, until the next sits down")
                .isEqualTo("first");

        seat.take(Thread.currentThread());
        assertThat(seat.isTaken()).isTrue();
        assertThat(seat.name()).isEqualTo(Thread.currentThread().getName());
        assertThat(seat.threads()).isEqualTo(2);
    }

    @Test
    void thread_that_left_is_not_kept_but_its_name_is() throws InterruptedException {
        Thread ended = ended("before");
        seat.reserve(ended);
        seat.take(ended);
        ended.setName("renamed");

        assertThat(seat.passOn(Thread.currentThread())).isTrue();
        seat.leave();

        assertThat(seat.owner()).isNull();
        assertThat(seat.name()).isEqualTo("renamed");
        assertThat(seat.passOn(Thread.currentThread())).isTrue();
    }

    @Test
    void virtual_threads_have_one_row_and_no_name_of_their_own() {
        Seat shared = new Seat(true);
        shared.reserve(Thread.currentThread());
        shared.take(Thread.currentThread());

        assertThat(shared.name()).isEmpty();
    }

    private static Thread ended(String name) throws InterruptedException {
        Thread thread = new Thread(name);
        thread.start();
        thread.join();
        return thread;
    }
}
