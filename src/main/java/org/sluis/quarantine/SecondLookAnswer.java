package org.sluis.quarantine;

/** What became of the sender's request to look at a refusal again. */
enum SecondLookAnswer {
    /** Two administrators have lifted the rule, and the file is checked anew. */
    LIFTED,
    /** An administrator has said no. */
    DECLINED,
    /** The sender has thought again. */
    WITHDRAWN,
    /** The time for which the content is kept was over. */
    EXPIRED
}
