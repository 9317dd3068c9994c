package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThirdIT {
    @Test
    void has_all_options() {
        assertEquals("yes", System.getProperty("kept"));
        assertEquals(null, System.getProperty("late"));
        assertEquals(8, Inside.twice(LeftAlone.twice(2)));
    }
}
