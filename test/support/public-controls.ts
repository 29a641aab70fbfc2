// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of what the pages for everyone tell search engines, cards and embeds, what stands there when it is
// switched off, and the test that must then go red.
import { type Control, within } from './controls.ts'

const pages = within('public-pages')

export const publicControls: Control[] = [
  pages(
    'found only where the holder chose so',
    'pages/credential.tsx',
    "return listed && state === 'valid'",
    "return state === 'valid'",
  ),
  pages(
    'found only while in force',
    'pages/credential.tsx',
    "return listed && state === 'valid'",
    'return listed',
  ),
  pages('no person of a demonstration', 'pages/credential.tsx', ' && !issuer.demo'),
  pages('no card without a record', 'pages/credential.tsx', '      card={record !== undefined}\n'),
  pages('no words without a record', 'pages/credential.tsx', '{record && DESCRIPTION}', '{DESCRIPTION}'),
  pages(
    'no forms for a test number',
    'pages/credential.tsx',
    'record !== undefined && !isTestNumber(number)\n  return',
    'record !== undefined\n  return',
  ),
  pages('a name cannot end the block', 'pages/json-ld.tsx', ".replaceAll('<', '\\\\u003c')"),
  pages('only our own addresses', 'routes/oembed.ts', 'asked?.origin === origin', 'asked'),
  pages(
    'private is said as such',
    'routes/oembed.ts',
    "  if (verdict.state === 'withheld') throw new Problem('private-card')\n",
  ),
  pages(
    'nothing of what shows nothing',
    'services/look-up.ts',
    "held.visibility === 'erased' || held.visibility === 'withheld'",
    "held.visibility === 'erased'",
  ),
  pages('no picture too large', 'routes/oembed.ts', 'size <= Number(c.req.query(name) ?? size)', 'true'),
]
