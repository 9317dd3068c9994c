package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrdersTest {
    @Test
    void orders_are_listed() {
        assertTrue(Orders.list(Integer.getInteger("orders", 20)) > 0);
    }
}
