<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.greeting/>

${msg("sluisResetText", user.email!"", realmName)}

${msg("sluisResetStep")}:
${link}

${msg("sluisMailLink", linkExpirationFormatter(linkExpiration))}

${msg("sluisResetUnexpected")}
</@layout.emailLayout>
