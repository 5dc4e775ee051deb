package org.sluis.documents;

import jakarta.ws.rs.core.Response;

/**
 * Answers that stop short where stored bytes turn out to be damaged. The reader sees that at the end of the connection
 * (RFC 9112, 8): the server would keep it, the reader would wait for the rest, and whatever was asked next on the same
 * connection would be taken for it. Once an answer has begun a servlet can no longer end its connection, so each that can stop
 * short says beforehand that it is the last.
 */
final class ConnectionClose {

    private ConnectionClose() {}

    static void endTheConnection(Response.ResponseBuilder answer) {
        answer.header("Connection", "close");
    }
}
