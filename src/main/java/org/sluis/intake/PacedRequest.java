package org.sluis.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.sluis.platform.config.Settings;

/** A multipart request whose sender must make progress. */
final class PacedRequest extends JakartaServletRequestContext {

    private final Settings.Uploads pace;

    PacedRequest(HttpServletRequest request, Settings.Uploads pace) {
        super(request);
        this.pace = pace;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new PacedInput(super.getInputStream(), pace, System::nanoTime);
    }
}
