// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of what the pages for everyone tell search engines, cards and embeds, what stands there when it is
// switched off, and the test that must then go red.
import type { Control } from './controls.ts'

const control = (name: string, file: string, text: string, off = ''): Control => ({
  name,
  file: `worker/${file}`,
  text,
  off,
  test: 'public-pages',
})

export const publicControls: Control[] = [
  control(
    'found only where the holder chose so',
    'pages/credential.tsx',
    "return listed && state === 'valid'",
    "return state === 'valid'",
  ),
  control(
    'found only while in force',
    'pages/credential.tsx',
    "return listed && state === 'valid'",
    'return listed',
  ),
  control('no person of a demonstration', 'pages/credential.tsx', ' && !issuer.demo'),
  control('no card without a record', 'pages/credential.tsx', '      card={record !== undefined}\n'),
  control('no words without a record', 'pages/credential.tsx', '{record && DESCRIPTION}', '{DESCRIPTION}'),
  control(
    'no forms for a test number',
    'pages/credential.tsx',
    'record !== undefined && !isTestNumber(number)\n  return',
    'record !== undefined\n  return',
  ),
  control('a name cannot end the block', 'pages/json-ld.tsx', ".replaceAll('<', '\\\\u003c')"),
  control('only our own addresses', 'routes/oembed.ts', 'asked?.origin === origin', 'asked'),
  control(
    'private is said as such',
    'routes/oembed.ts',
    "  if (verdict.state === 'withheld') throw new Problem('private-card')\n",
  ),
  control(
    'nothing of what shows nothing',
    'services/look-up.ts',
    "held.visibility === 'erased' || held.visibility === 'withheld'",
    "held.visibility === 'erased'",
  ),
  control('no picture too large', 'routes/oembed.ts', 'size <= Number(c.req.query(name) ?? size)', 'true'),
]
