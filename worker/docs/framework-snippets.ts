/**
 * The same tag in what pages are built with. Every attribute is a string, so nothing here needs a wrapper; the
 * script is loaded once, by the tag or from npm.
 */

export const frameworks = {
  react: `export function Certificate({ link, name, onResult }) {
  if (!link) return null
  return (
    <lssc-badge credential={link} applicant-name={name} onlssc-result={onResult}>
      <a href={link}>LSSC record</a>
    </lssc-badge>
  )
}`,
  vue: `<script setup>
defineProps(['link', 'name'])
const emit = defineEmits(['result'])
</script>

<template>
  <lssc-badge v-if="link" :credential="link" :applicant-name="name"
    @lssc-result="(event) => emit('result', event.state)">
    <a :href="link">LSSC record</a>
  </lssc-badge>
</template>`,
  vueOption: `vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'lssc-badge' } } })`,
  angular: `import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output } from '@angular/core'

@Component({
  selector: 'app-certificate',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    @if (link()) {
      <lssc-badge [attr.credential]="link()" [attr.applicant-name]="name()"
        (lssc-result)="result.emit($event)">
        <a [href]="link()">LSSC record</a>
      </lssc-badge>
    }\`,
})
export class Certificate {
  link = input<string>()
  name = input<string>()
  result = output<Event>()
}`,
  template: `{% if applicant.certificate_link %}
<lssc-badge credential="{{ applicant.certificate_link }}" applicant-name="{{ applicant.name }}">
  <a href="{{ applicant.certificate_link }}">LSSC record</a>
</lssc-badge>
{% endif %}`,
  npm: `import { define } from 'lssc-badge/define'
import issuer from './issuer.json' with { type: 'json' }

define(issuer)`,
}
