<#-- The body's colour, below everything that names it; strong is a fifth darker. Then what a realm has to tell whoever signs in: its own text for this key, in each language (Realm settings, Localization). -->
<#macro content>
  <#assign colour = properties.sluisColour!"">
  <#if colour?matches("#[0-9a-fA-F]{6}")>
    <style>:root:not(.pf-v5-theme-dark) { --accent: ${colour}; --accent-strong: color-mix(in srgb, ${colour} 80%, black); --fill: ${colour}; --fill-strong: color-mix(in srgb, ${colour} 80%, black); }</style>
  </#if>
  <#-- What the name of whoever is signing in is called, for labels.js. -->
  <span id="sluis-attempted" hidden>${msg("usernameOrEmail")}</span>
  <#assign notice = msg("sluisNotice")>
  <#if notice?has_content>
    <p class="sluis-notice">${notice}</p>
  </#if>
</#macro>
