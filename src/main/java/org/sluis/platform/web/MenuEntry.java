package org.sluis.platform.web;

/**
 * A place that the menu leads to.
 *
 * @param key of its name, in the files of messages
 * @param icon of {@code icons.svg}
 */
public record MenuEntry(String path, String key, String icon) {}
