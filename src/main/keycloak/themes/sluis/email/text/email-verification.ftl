<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.greeting/>

${msg("sluisVerifyText", user.email!"", realmName)}

${msg("sluisVerifyStep")}:
${link}

${msg("sluisMailLink", linkExpirationFormatter(linkExpiration))}

${msg("sluisVerifyUnexpected")}
</@layout.emailLayout>
