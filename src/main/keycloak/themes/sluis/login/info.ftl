<#-- What is left to do, or was done, with the one way on as a button. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <div id="kc-info-message">
      <#if requiredActions??>
        <p>${msg("sluisTodo")}</p>
        <ul class="sluis-todo"><#list requiredActions as action><li>${msg("requiredAction.${action}")}</li></#list></ul>
      <#elseif messageHeader??>
        <p>${message.summary}</p>
      </#if>
      <#if !(skipLink??)>
        <#if pageRedirectUri?has_content>
          <@onward address=pageRedirectUri text=msg("backToApplication")/>
        <#elseif actionUri?has_content>
          <@onward address=actionUri text=msg("proceedWithAction")/>
        <#elseif (client.baseUrl)?has_content>
          <@onward address=client.baseUrl text=msg("backToApplication")/>
        </#if>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>

<#macro onward address text>
  <p class="sluis-onward"><a class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${address}">${text}</a></p>
</#macro>
