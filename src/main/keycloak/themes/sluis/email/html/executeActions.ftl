<#import "template.ftl" as layout>
<#assign body = msg("sluisBody") inviter = (user.attributes.invitedBy)!"" organisation = (user.attributes.invitedOf)!body>
<@layout.emailLayout>
<@layout.greeting/>
<p style="margin:0 0 16px"><strong><#if inviter?has_content && organisation?has_content>${msg("sluisInvitedByOf", inviter, organisation, realmName)}<#elseif inviter?has_content>${msg("sluisInvitedBy", inviter, realmName)}<#elseif body?has_content>${msg("sluisInvitedByBody", body, realmName)}<#else>${msg("sluisInvited", realmName)}</#if></strong></p>
<p style="margin:0 0 16px"><#if body?has_content>${msg("sluisPortalOfBody", body, realmName)}<#else>${msg("sluisPortal", realmName)}</#if></p>
<@layout.step text=msg("sluisInvitationStep") link=link/>
<p style="margin:0 0 16px">${msg("sluisInvitationLink", linkExpirationFormatter(linkExpiration), user.email!"")}</p>
<p style="margin:0">${msg("sluisInvitationUnexpected")}</p>
</@layout.emailLayout>
