package com.acme;

class Inside {
    static int twice(int of) {
        return Math.addExact(of, of);
    }
}
