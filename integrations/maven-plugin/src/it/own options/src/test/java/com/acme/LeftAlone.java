package com.acme;

class LeftAlone {
    static int twice(int of) {
        return Math.addExact(of, of);
    }
}
