package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.inspection.parsing.Shape;
import org.sluis.platform.rest.VisibleTo;

/**
 * What can be shown of a version.
 *
 * @param kind in which shape; {@code NONE} where it cannot be shown
 * @param pages how many pictures there are
 * @param width of the picture of the page in question, in pixels
 * @param height of the same
 * @param wordsOnly whether only the words of the file are shown, without its layout
 * @param marked whether the reader's name stands across them
 */
@Schema(name = "Preview")
record PreviewView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Shape kind,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) int pages,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<Integer> width,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<Integer> height,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) int version,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) boolean wordsOnly,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) boolean marked) {}
