<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.greeting/>
<p style="margin:0">${msg("sluisResetText", user.email!"", realmName)}</p>
<@layout.step text=msg("sluisResetStep") link=link/>
<p style="margin:0 0 16px">${msg("sluisMailLink", linkExpirationFormatter(linkExpiration))}</p>
<p style="margin:0">${msg("sluisResetUnexpected")}</p>
</@layout.emailLayout>
