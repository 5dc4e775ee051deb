package org.sluis.intake;

import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.documents.RemovalView;
import org.sluis.platform.rest.VisibleTo;

/**
 * What a copy of a refused version would be. Nothing is kept of it; whoever accepts it has it made again.
 *
 * @param proposal stands for exactly this one
 * @param fileName of the refused version, and of the copy
 * @param fromVersion number of the refused version
 * @param removed what would be left out
 * @param signaturesLost whether digital signatures would not hold for the copy
 * @param size bytes it would have
 */
@Schema(name = "CopyProposal")
record CopyProposalView(
        @VisibleTo({CLIENT, INSPECTOR}) String proposal,
        @VisibleTo({CLIENT, INSPECTOR}) String fileName,
        @VisibleTo({CLIENT, INSPECTOR}) int fromVersion,
        @VisibleTo({CLIENT, INSPECTOR}) List<RemovalView> removed,
        @VisibleTo({CLIENT, INSPECTOR}) boolean signaturesLost,
        @VisibleTo({CLIENT, INSPECTOR}) long size) {}
