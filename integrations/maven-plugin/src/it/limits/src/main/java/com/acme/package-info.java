/** A shop that asks once for each order. */
package com.acme;
