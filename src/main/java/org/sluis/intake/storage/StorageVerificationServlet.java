package org.sluis.intake.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * On the operator's listener: {@code POST /verify/storage} begins a verification of the store, {@code GET} says how far it
 * has come and what it found. Neither waits for it.
 */
@WebServlet(StorageVerificationServlet.PATH)
public class StorageVerificationServlet extends HttpServlet {

    static final String PATH = "/verify/storage";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long serialVersionUID = 1L;

    @Inject
    private transient StorageVerification verification;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, HttpServletResponse.SC_OK, verification.report());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, HttpServletResponse.SC_ACCEPTED, verification.begin());
    }

    private static void answer(HttpServletResponse response, int status, Map<String, Object> report)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JSON.writeValueAsBytes(report));
    }
}
