/** Prints the addresses worth opening: one record for every state that the sample graduates are in today. */
import { tell } from '../../shared/telling.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import type { Demo, DemoLinks } from './demo.ts'
import type { Graduate } from './graduates.ts'
import { issuerHere } from './here.ts'
import { ask } from './office.ts'

export async function welcome(
  { origin, staff, numbers }: Demo,
  links: DemoLinks,
  graduates: Graduate[],
): Promise<void> {
  const examples = await onePerState(origin, numbers)
  const width = Math.max(...examples.map(({ pill }) => pill.length))
  console.log(`
LSSC Badge is running with demonstration data. Nothing it signs is a real certification.

  Home            ${origin}/
  Job board       ${origin}/demo
  For job boards  ${origin}/docs
  What is LSSC    ${origin}/achievements/lssc

A record in each state:
${examples.map(({ pill, url }) => `  ${pill.padEnd(width)}  ${url}`).join('\n')}

A graduate's own page, by the link in her letter (any other: /my, by number and a code; the office has the mail):
${graduates.map(({ who, url }) => `  ${who.padEnd(32)}  ${url}`).join('\n')}

The office's console; each link signs one person in, once:
${links.console.map(({ person, url }) => `  ${person.role.padEnd(13)}  ${url}`).join('\n')}

Staff keys for the API (withdrawing takes two people):
${staff.map(({ name, key }) => `  ${name}: ${key}`).join('\n')}

Stop with Ctrl-C. Begin again with: npm start -- --fresh
`)
}

async function onePerState(origin: string, numbers: string[]): Promise<{ pill: string; url: string }[]> {
  const examples = new Map<string, { pill: string; url: string }>()
  for (const number of numbers) {
    const { verdict } = await ask<{ verdict: Verdict }>(
      { origin, key: '' },
      'GET',
      `/api/v1/credentials/${number}`,
    )
    const { pill, facts } = tell(verdict, issuerHere(), { words: en })
    const kind = `${verdict.state} ${facts.provisionalUntil ? 'provisional' : ''} ${facts.graceUntil ? 'grace' : ''}`
    const grace = verdict.state === 'expired' && facts.graceUntil ? ', can still be renewed' : ''
    if (!examples.has(kind)) examples.set(kind, { pill: pill + grace, url: `${origin}/c/${number}` })
  }
  return [...examples.values()]
}
