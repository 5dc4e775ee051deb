package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.platform.rest.KnownNames;

/** Names of persons, organisations and teams. */
@ApplicationScoped
class PrincipalNames implements KnownNames {

    @Inject
    Principals principals;

    @Override
    @Transactional
    public Map<UUID, String> of(Caller reader, Collection<UUID> ids) {
        return principals.named(reader, ids).values().stream()
                .collect(Collectors.toMap(Principal::id, Principal::name));
    }
}
