<#-- What a realm has to tell whoever signs in: its own text for this key, in each language (Realm settings, Localization). -->
<#macro content>
  <#assign notice = msg("sluisNotice")>
  <#if notice?has_content>
    <p class="sluis-notice">${notice}</p>
  </#if>
</#macro>
