<#-- The frame of every mail. Programs for mail know few styles, and those only where they stand. -->
<#assign given = properties.sluisColour!"">
<#assign isGiven = given?matches("#[0-9a-fA-F]{6}")>
<#assign colour = isGiven?then(given, "#0d4a52") heading = isGiven?then(given, "#093840")>

<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr!true)?then('ltr','rtl')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${subject!realmName}</title>
</head>
<body style="margin:0;padding:0;background:#f4f7f6;color:#14282d;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.55">
  <div style="max-width:36rem;margin:0 auto;padding:24px 16px">
    <p style="margin:0 0 16px;font-size:20px;font-weight:700;color:${heading}">${realmName}</p>
    <div style="background:#ffffff;border:1px solid #c9d6d4;border-radius:12px;padding:24px">
      <#nested>
    </div>
    <p style="margin:16px 0 0;font-size:14px;color:#4a5f64">${msg("sluisMailFooter", realmName)}</p>
  </div>
</body>
</html>
</#macro>

<#-- The one thing to do. The text beside this has the address in full, which is too long to be read. -->
<#macro step text link>
<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${colour};color:#ffffff;font-weight:600;text-decoration:none">${text}</a></p>
</#macro>

<#macro greeting>
<p style="margin:0 0 16px">${msg("sluisMailGreeting", (user.firstName!"") + " " + (user.lastName!""))}</p>
</#macro>
