/** Tokens first; a page may set each of them. No colour says anything that words and shapes do not say too. */

export const styles = `
:host {
  --paper: var(--lssc-badge-paper, light-dark(#fff, #1b2227));
  --ink: var(--lssc-badge-ink, light-dark(#18262f, #e8e6df));
  --soft: var(--lssc-badge-soft, light-dark(#4f5d67, #a7b0b6));
  --rule: var(--lssc-badge-rule, light-dark(#dcd7ca, #3a454d));
  --serif: var(--lssc-badge-serif, Charter, Cambria, serif);
  --mono: var(--lssc-badge-mono, ui-monospace, monospace);
  --tone: var(--lssc-badge-quiet, light-dark(#465663, #b3bec6));
  display: block;
  min-width: min(100%, 16em);
  vertical-align: middle;
  container-type: inline-size;
  contain-intrinsic-inline-size: 16em;
}
:host([hidden]) { display: none }
:host([variant='pill']) { display: inline-block; min-width: 0; max-width: 100%; container-type: normal }
:host(:not([state])) { display: contents }
* { box-sizing: border-box; margin: 0 }
p + p { margin-top: .2em }
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
.icon { width: 1.25em; height: 1.25em; margin-top: .1em }
.emblem { width: 2.25em; height: 2.7em; color: var(--ink) }
a { color: inherit; text-underline-offset: .2em }
:focus-visible { outline: 2px solid; outline-offset: 2px }
.soft, .whose, .stamp, .checks svg { color: var(--soft) }
.headline, .said, .tag, .checks li { display: flex; gap: .4em }
.headline, .said, .tag, .current .passed svg { color: var(--tone) }
.headline, .said, .tag, .name, .do, .banner { font-weight: 600 }
.banner { grid-column: 1 / -1; padding-block: .1em .4em; border-bottom: 1px dashed }
.card .banner { margin-bottom: 1em }
.differs { color: var(--ink) }
.name { margin-right: .6em }
.tag { display: inline-flex; font: 600 max(15px, .6em)/1.4 var(--lssc-badge-font, system-ui) }
button, .do { min-height: 44px; padding: .25em 1em; font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 3px }
.do { display: inline-flex; align-items: center; font-weight: 600; text-decoration: none; color: var(--ink) }
.pill {
  position: relative;
  display: inline-flex;
  gap: .5em;
  align-items: center;
  width: 19em;
  max-width: 100%;
  height: 2.25em;
  padding: 0 .6em 0 .4em;
  font-size: max(.875em, 13px);
  white-space: nowrap;
  text-decoration: none;
  vertical-align: middle;
}
a.pill::before, .pill button::before { content: ''; position: absolute; inset: -.6em 0 }
a.pill:hover .said { text-decoration: underline }
.pill > span:not(.said) { flex-shrink: 99; min-width: 0; overflow: hidden; text-overflow: ellipsis }
.pill .emblem { width: 1.3em; height: 1.56em }
.said, .own { min-width: 0; overflow: hidden; text-overflow: ellipsis }
.pill button { position: relative; min-height: 0; padding: 0 .5em }
.pill:has(button, span + span + span) { width: auto }

.row { position: relative; min-height: calc(13em + var(--applied, 0em) + var(--demo, 0em)); border-inline-start: 4px solid var(--tone) }
.row.row > .banner, .who:not(.banner ~ *) { padding-inline-end: 6em }
:host([applied-at]) { --applied: 1.5em }
.row:has(.banner) { --demo: 2em }
.who { display: flex; gap: .6em; align-items: center }
.row .emblem { width: 1.75em; height: 2.1em }
.toggle { position: absolute; inset: 0 1em auto auto; line-height: 40px; padding-bottom: 4px; cursor: pointer; text-decoration: underline; text-underline-offset: .2em }

.card { padding: 1.25em 1.5em 1em; border-top: 4px solid var(--tone) }
.card > .do { margin-block: .75em }
.verdict { margin-bottom: .4em; display: flex; gap: 1em; justify-content: space-between }
.card .headline { font: 600 1.375em/1.25 var(--serif); text-wrap: balance }
.card .name { font: 600 1.625em/1.25 var(--serif); margin-block: .75em .1em }
.card bdi { margin-right: .4em }
.title .tag { margin-inline-start: .6em }
.title { font: 600 1.125em/1.3 var(--serif); margin-block: 1.25em .25em }
ul { list-style: none; padding: 0 }
.areas { border-top: 1px solid var(--rule); margin-block: .25em .75em }
.area { display: grid; grid-template-columns: 13em minmax(0, 1fr); gap: 0 1em; padding-block: .5em; border-bottom: 1px solid var(--rule) }
.area .soft { grid-column: -2 }
.contact { margin-top: 1.25em }
.actions { margin-block: 1em }
.actions .do { background: var(--ink); color: var(--paper) }
.stamp { display: grid; font: max(.8125em, 12px)/1.5 var(--mono); border-top: 1px dashed var(--rule); padding-top: .6em }

@container (max-width: 50em) {
  .row { min-height: calc(14.5em + var(--applied, 0em) + var(--demo, 0em)) }
}
@container (max-width: 34em) {
  .row { min-height: calc(22em + 2 * var(--applied, 0em) + 2 * var(--demo, 0em)) }
  .card { padding: 1em }
  .area, .area * { display: block }
  .actions .do { display: flex; justify-content: center }
}
@media (forced-colors: active) {
  svg { color: CanvasText !important }
}
@media print {
  :host { color-scheme: light }
  .box { min-height: 0 }
  ::details-content { content-visibility: visible }
  button, .actions, .toggle { display: none }
}
`
