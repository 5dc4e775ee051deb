/**
 * Sluis, room by room. Imports go downwards only: home → mail → intake → quarantine → documents → access → accounts →
 * (audit · people · blob · inspection) → platform → kernel; rooms on one line do not know each other.
 *
 * <ul>
 *   <li>{@code kernel}: identifiers, hashes, pages, the caller, domain exceptions
 *   <li>{@code platform}: settings, persistence, security, REST and page plumbing, jobs, health
 *   <li>{@code blob}: bytes by generated identifier, encrypted
 *   <li>{@code inspection}: what is this file, and is it safe
 *   <li>{@code audit}: the trail of every act
 *   <li>{@code people}: persons, organisations and teams
 *   <li>{@code accounts}: the realm's accounts: invitations, changes that two decide, reconciliation
 *   <li>{@code access}: grants, and the one decision on visibility
 *   <li>{@code documents}: documents and versions: metadata, listing, download
 *   <li>{@code quarantine}: what waits, was refused or recalled, second looks, scanning again
 *   <li>{@code intake}: reception, checking, release or rejection
 *   <li>{@code mail}: the outbox and its mails
 *   <li>{@code home}: what each reader finds first
 * </ul>
 *
 * This package itself only assembles the rooms into the REST application and the pages.
 */
@NullMarked
package org.sluis;

import org.jspecify.annotations.NullMarked;
