package org.sluis.platform.web;

import org.sluis.kernel.Caller;

/** Tells the frame of the pages whether to offer its reader the administration of their own organisation. */
public interface OwnOrganisation {

    boolean isAdministeredBy(Caller caller);
}
