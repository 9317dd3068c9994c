package com.acme;

import org.junit.jupiter.api.Test;

class FirstTest {
    @Test
    void is_run() {}
}
