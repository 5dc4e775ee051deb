package org.sluis.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import org.sluis.platform.config.Settings;

/**
 * The portal is where its settings say, whatever host a request names (CWE-644): what is made of the address of a request, and
 * where an answer leads ({@code Location}), name no other.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PublicAddress extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        URI address = settings.publicUrl();
        chain.doFilter(new AtAddress(request, address), new FromAddress(response, address));
    }

    private static final class AtAddress extends HttpServletRequestWrapper {

        private final URI address;

        AtAddress(HttpServletRequest request, URI address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            int usual = address.getScheme().equals("https") ? 443 : 80;
            return address.getPort() < 0 ? usual : address.getPort();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(address.getScheme())
                    .append("://")
                    .append(address.getAuthority())
                    .append(getRequestURI());
        }
    }

    private static final class FromAddress extends HttpServletResponseWrapper {

        private final URI address;

        FromAddress(HttpServletResponse response, URI address) {
            super(response);
            this.address = address;
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(location.startsWith("/") ? address + location : location);
        }
    }
}
