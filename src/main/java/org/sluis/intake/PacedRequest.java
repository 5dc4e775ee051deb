package org.sluis.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.sluis.platform.bodies.PacedInput;
import org.sluis.platform.config.Settings;

/** A multipart request whose sender must make progress. */
final class PacedRequest extends JakartaServletRequestContext {

    private final InputStream body;

    /** @param body of the request */
    PacedRequest(HttpServletRequest request, InputStream body, Settings.Uploads pace) {
        super(request);
        this.body = new PacedInput(body, pace, System::nanoTime);
    }

    @Override
    public InputStream getInputStream() {
        return body;
    }
}
