/** Tokens first; a page may set each of them. No colour says anything that words and shapes do not say too. */
import { css } from 'lit'

export const styles = css`
:host {
  --paper: var(--lssc-badge-paper, light-dark(#fff, #1b2227));
  --ink: var(--lssc-badge-ink, light-dark(#18262f, #e8e6df));
  --soft: var(--lssc-badge-soft, light-dark(#4f5d67, #a7b0b6));
  --rule: var(--lssc-badge-rule, light-dark(#dcd7ca, #3a454d));
  --serif: var(--lssc-badge-serif, Charter, Cambria, serif);
  --mono: var(--lssc-badge-mono, ui-monospace, monospace);
  --tone: var(--lssc-badge-quiet, light-dark(#465663, #b3bec6));
  display: block;
  min-inline-size: min(100%, 16em);
  vertical-align: middle;
  container-type: inline-size;
}
:host([hidden]) { display: none }
:host([variant='pill']) { display: inline-block; min-inline-size: 0; max-inline-size: 100%; container-type: normal }
:host(:not([state])) { display: contents }
* { box-sizing: border-box; margin: 0 }
p + p { margin-block-start: .2em }
.box {
  padding: .5em 1em .75em;
  font-family: var(--lssc-badge-font, inherit);
  font-size: max(.9375em, 14px);
  line-height: 1.45;
  text-align: start;
  overflow-wrap: anywhere;
  color: var(--ink);
  background: var(--paper);
  border: 1px solid var(--rule);
  border-radius: var(--lssc-badge-radius, 4px);
}
.current { --tone: var(--lssc-badge-current, light-dark(#17654a, #6fd0a5)) }
.caution { --tone: var(--lssc-badge-caution, light-dark(#7a5200, #e6b95c)) }
.stop { --tone: var(--lssc-badge-stop, light-dark(#96281b, #f0968a)) }

svg { flex: none; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round }
.icon { inline-size: 1.25em; block-size: 1.25em; margin-block-start: .1em }
.emblem { inline-size: 2.25em; block-size: 2.7em; color: var(--ink) }
a { color: inherit; text-underline-offset: .2em }
:focus-visible { outline: 2px solid; outline-offset: 2px }
.soft, .whose, .stamp, .checks svg { color: var(--soft) }
.headline, .said, .tag, .checks li { display: flex; gap: .4em }
.headline, .said, .tag, .current .passed svg { color: var(--tone) }
.headline, .said, .tag, .name, .do, .banner { font-weight: 600 }
.banner { grid-column: 1 / -1; padding-block: .1em .4em; border-block-end: 1px dashed }
.card .banner { margin-block-end: 1em }
.differs { color: var(--ink) }
.name { margin-inline-end: .6em }
.tag { display: inline-flex; font: 600 max(15px, .6em)/1.4 var(--lssc-badge-font, system-ui) }
button, .do { min-block-size: 44px; padding: .25em 1em; font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 3px }
.do { display: inline-flex; align-items: center; font-weight: 600; text-decoration: none; color: var(--ink) }
.toggle { border: 0; text-decoration: underline; text-underline-offset: .2em }
.toggle::after { content: ' ▾' }
.toggle[aria-expanded='true']::after { content: ' ▴' }

.pill {
  position: relative;
  display: inline-flex;
  gap: .5em;
  align-items: center;
  inline-size: 17em;
  max-inline-size: 100%;
  block-size: 2.25em;
  padding: 0 .6em 0 .4em;
  font-size: max(.875em, 13px);
  white-space: nowrap;
  text-decoration: none;
  vertical-align: middle;
}
a.pill::before, .pill button::before { content: ''; position: absolute; inset: -.6em 0 }
a.pill:hover .said { text-decoration: underline }
.pill .emblem { inline-size: 1.3em; block-size: 1.56em }
.said, .own { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis }
.pill button { position: relative; min-block-size: 0; padding: 0 .5em }
.pill:has(button) { inline-size: auto }

.row {
  display: grid;
  grid: auto auto 1fr / auto minmax(0, 1fr) auto;
  gap: 0 1em;
  min-block-size: calc(10em + var(--more, 0em) + var(--demo, 0em));
  border-inline-start: 4px solid var(--tone);
}
:host([applicant-name]) { --more: 1.5em }
.row:has(.banner) { --demo: 2em }
.row .emblem { grid-row: span 2; margin-block-start: .4em }
.who { padding-block: .55em .1em }
.told { grid-area: auto / 2 / auto / -1 }
.buttons { grid-area: 1 / 3; display: flex; flex-wrap: wrap; margin-block-end: -.75em }
.banner ~ .buttons { grid-row: 2 }
.details { display: none; grid-column: 1 / -1; border-block-start: 1px solid var(--rule); margin-block-start: .75em; padding-block: .75em .25em }
:has([aria-expanded='true']) + .details { display: block }

.card { padding: 1.25em 1.5em 1em; border-block-start: 4px solid var(--tone) }
.card > .do { margin-block: .75em }
.verdict { margin-block-end: .4em; display: flex; gap: 1em; justify-content: space-between }
.card .headline { font: 600 1.375em/1.25 var(--serif); text-wrap: balance }
.card .name { font: 600 1.625em/1.25 var(--serif); margin-block: .75em .1em }
.card bdi { margin-inline-end: .4em }
.title .tag { margin-inline-start: .6em }
.title { font: 600 1.125em/1.3 var(--serif); margin-block: 1.25em .25em }
ul { list-style: none; padding: 0 }
.areas { border-block-start: 1px solid var(--rule); margin-block: .25em .75em }
.area { display: grid; grid-template-columns: 13em minmax(0, 1fr); gap: 0 1em; padding-block: .5em; border-block-end: 1px solid var(--rule) }
.area .soft { grid-column: -2 }
.contact { margin-block-start: 1.25em }
.actions { display: flex; flex-wrap: wrap; gap: .5em; margin-block: 1em }
.actions .do:first-child { background: var(--ink); color: var(--paper) }
.stamp { display: grid; font: max(.8125em, 12px)/1.5 var(--mono); border-block-start: 1px dashed var(--rule); padding-block-start: .6em }

@container (max-width: 50em) {
  .row { min-block-size: calc(11.5em + 1.34 * var(--more, 0em) + var(--demo, 0em)) }
}
@container (max-width: 34em) {
  .row { grid-template-columns: auto minmax(0, 1fr); min-block-size: calc(22.5em + 2 * var(--more, 0em) + 2 * var(--demo, 0em)) }
  .row .emblem { grid-row: auto }
  .told, .buttons, .banner ~ .buttons { grid-area: auto / 1 / auto / -1; margin: 0 }
  .toggle { padding: 0 }
  .card { padding: 1em }
  .area { display: block }
  .area * { display: block }
  .actions .do { flex: 1 1 100%; justify-content: center }
}
@media (forced-colors: active) {
  svg { color: CanvasText !important }
}
@media print {
  :host { color-scheme: light }
  .box { min-block-size: 0 }
  .details { display: block }
  button, .actions { display: none }
}
`
