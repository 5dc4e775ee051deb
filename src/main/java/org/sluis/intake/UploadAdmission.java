package org.sluis.intake;

/** An upload under way, to be ended when its bytes have come or will not. */
public interface UploadAdmission {

    void end();
}
