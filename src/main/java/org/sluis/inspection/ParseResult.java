package org.sluis.inspection;

import java.util.List;
import java.util.Optional;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;

/**
 * What came of taking a file apart.
 *
 * @param mediaType what it is, as far as is known
 * @param objection why it may not come in; none where it may
 * @param members the worst of the scanner's verdicts on what lies inside; none where nothing does
 * @param deciphered whether it is or holds a document that was locked, without a password, and the scanner got the streams of
 *     that in plain as members
 * @param notices what its sender and readers should know of it, where it may come in
 */
record ParseResult(
        String mediaType,
        Optional<Objection> objection,
        Optional<ScanVerdict> members,
        boolean deciphered,
        List<ContentNotice> notices) {}
