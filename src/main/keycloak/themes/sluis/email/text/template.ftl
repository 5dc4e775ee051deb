<#ftl output_format="plainText">
<#macro emailLayout>
<#nested>

--
${msg("sluisMailFooter", realmName)}
</#macro>

<#macro greeting>
${msg("sluisMailGreeting", (user.firstName!"") + " " + (user.lastName!""))}
</#macro>
