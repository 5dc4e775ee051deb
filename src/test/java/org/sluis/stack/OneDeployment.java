package org.sluis.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Lets all classes that test inside the server share one deployment, so that the server starts once: whatever class asks
 * first brings it up, the end of the run takes it down.
 */
public final class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Steps.class);
    }

    /** Steps into Arquillian's own, which deploy for each class. */
    public static final class Steps {
        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> current;

        @Inject
        private Event<GenerateDeployment> generation;

        private Optional<DeploymentScenario> shared = Optional.empty();
        private boolean generating;
        private boolean deployed;

        void describe(@Observes ContainerRegistry registry) throws IOException, InterruptedException, SQLException {
            ContainerServer server = new ContainerServer(SharedStack.get());
            for (Container<?> container : registry.getContainers()) {
                server.describe(container.getContainerConfiguration());
            }
        }

        void generate(@Observes EventContext<GenerateDeployment> step) {
            if (generating) {
                step.proceed();
                return;
            }
            if (shared.isEmpty()) {
                generating = true;
                generation.fire(new GenerateDeployment(new TestClass(ContainerArchive.class)));
                generating = false;
                shared = Optional.of(current.get());
            }
            current.set(shared.get());
        }

        void deploy(@Observes EventContext<DeployManagedDeployments> step) {
            if (!deployed) {
                deployed = true;
                step.proceed();
            }
        }

        /** The server ends with the run, by Arquillian's own hook. */
        void undeploy(@Observes EventContext<UnDeployManagedDeployments> step) {}
    }
}
