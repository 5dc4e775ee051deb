/**
 * Sluis, room by room. Imports go downwards only: intake → documents → access → (audit · people · blob · inspection) →
 * platform → kernel; rooms on one line do not know each other.
 *
 * <ul>
 *   <li>{@code kernel}: identifiers, hashes, pages, the caller, domain exceptions
 *   <li>{@code platform}: settings, persistence, security, REST and page plumbing, jobs, health
 *   <li>{@code blob}: bytes by generated identifier, encrypted
 *   <li>{@code inspection}: what is this file, and is it safe
 *   <li>{@code audit}: the trail of every act
 *   <li>{@code people}: organisations and persons
 *   <li>{@code access}: grants, and the one decision on visibility
 *   <li>{@code documents}: documents and versions, listing, download, quarantine and recall
 *   <li>{@code intake}: reception, checking, release or rejection, scanning again
 * </ul>
 *
 * This package itself only assembles the rooms into the REST application and the pages.
 */
@NullMarked
package org.sluis;

import org.jspecify.annotations.NullMarked;
