package org.sluis.inspection.clamd;

/** Told when no scanner was fit and one is again: what waits can be checked now. */
public record ScannersReturned() {}
