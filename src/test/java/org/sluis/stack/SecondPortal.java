package org.sluis.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/**
 * Another portal on the stack's parts, with a database, a store and ports of its own and some settings otherwise, for
 * what can only be seen with other settings. People sign in to it at the same realm. Stopped when closed.
 */
public final class SecondPortal implements AutoCloseable {
    private final PortalProcess process;
    private final RealmAdministration realm;

    public SecondPortal(Stack stack, String name, Map<String, String> otherwise)
            throws IOException, InterruptedException, SQLException {
        process = stack.portalBeside(name, otherwise);
        realm = new RealmAdministration(stack);
        realm.allowReturnTo(callback());
        process.start();
    }

    public PortalProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop();
        realm.forbidReturnTo(callback());
    }

    private String callback() {
        return process.url() + "/callback";
    }
}
