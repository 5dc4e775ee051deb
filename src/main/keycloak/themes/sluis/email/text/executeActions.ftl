<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<#assign body = msg("sluisBody") inviter = (user.attributes.invitedBy)!"" organisation = (user.attributes.invitedOf)!body>
<@layout.emailLayout>
<@layout.greeting/>

<#if inviter?has_content && organisation?has_content>
${msg("sluisInvitedByOf", inviter, organisation, realmName)}
<#elseif inviter?has_content>
${msg("sluisInvitedBy", inviter, realmName)}
<#elseif body?has_content>
${msg("sluisInvitedByBody", body, realmName)}
<#else>
${msg("sluisInvited", realmName)}
</#if>

<#if body?has_content>
${msg("sluisPortalOfBody", body, realmName)}
<#else>
${msg("sluisPortal", realmName)}
</#if>

${msg("sluisInvitationStep")}:
${link}

${msg("sluisInvitationLink", linkExpirationFormatter(linkExpiration), user.email!"")}

${msg("sluisInvitationUnexpected")}
</@layout.emailLayout>
