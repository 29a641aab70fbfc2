/** What belongs to this machine's demonstration: its origin, its secrets, its staff keys. All of it git-ignored. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from '../roles.ts'
import { makeKeyRing } from './key-ring.ts'
import { makeLink } from './sign-in.ts'

export const root = join(import.meta.dirname, '../..')
const STATE = join(root, '.wrangler')
const DEMO = join(STATE, 'demo.json')
const SECRETS = join(root, '.dev.vars')
const HEADER = '# Made by `npm start` for the demonstration on this machine. Worth nothing anywhere else.'

export interface Demo {
  origin: string
  /** Two people, because withdrawing takes two. */
  staff: { name: string; key: string }[]
  /** Of the sample graduates; none until they are all imported. */
  numbers: string[]
}

/** One person for each role. */
const PEOPLE: Person[] = [
  { name: 'First demo colleague', email: 'first@lssc.example', role: 'administrator' },
  { name: 'Second demo colleague', email: 'second@lssc.example', role: 'approver' },
  { name: 'Third demo colleague', email: 'third@lssc.example', role: 'issuer' },
  { name: 'Fourth demo colleague', email: 'fourth@lssc.example', role: 'viewer' },
]
const A_DAY = 24

/** The demonstration that is here, or null. */
export function readDemo(): Demo | null {
  if (!existsSync(DEMO) || !existsSync(SECRETS)) return null
  return JSON.parse(readFileSync(DEMO, 'utf8')) as Demo
}

export function keepDemo(demo: Demo): void {
  mkdirSync(STATE, { recursive: true })
  writeFileSync(DEMO, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
}

/** Makes keys and secrets. @throws Error when there are secrets that someone else made */
export async function makeDemo(origin: string): Promise<Demo> {
  if (existsSync(SECRETS) && !readFileSync(SECRETS, 'utf8').startsWith(HEADER)) {
    throw new Error('There is a .dev.vars that `npm start` did not make. Move it away, and start again.')
  }
  const staff = ['First demo colleague', 'Second demo colleague'].map((name) => ({
    name,
    key: `lssc_${randomBytes(32).toString('base64url')}`,
  }))
  const keys = staff.map(({ name, key }) => ({
    name,
    sha256: createHash('sha256').update(key).digest('base64url'),
  }))
  const secrets = {
    ORIGIN: origin,
    ISSUER_URL: `${origin}/`,
    KEY_RING: JSON.stringify(await makeKeyRing(new Date())),
    STAFF_KEYS: JSON.stringify(keys),
  }
  const lines = Object.entries(secrets).map(([name, value]) => `${name}='${value}'`)
  writeFileSync(SECRETS, `${[HEADER, ...lines].join('\n')}\n`, { mode: 0o600 })
  const demo = { origin, staff, numbers: [] }
  keepDemo(demo)
  return demo
}

export interface DemoLinks {
  /** One for each person. */
  console: { person: Person; url: string }[]
  /** For the start itself, which looks into the office's mail. */
  own: string
}

/** New sign-in links for everyone, in place of those of an earlier start. */
export function makeLinks(origin: string): DemoLinks {
  const linkFor = (person: Person) => ({ person, ...makeLink(origin, person, 'Demonstration', A_DAY) })
  const made = PEOPLE.map(linkFor)
  const own = linkFor(PEOPLE.at(-1) as Person)
  const others = readFileSync(SECRETS, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('SIGN_IN_LINKS='))
    .join('\n')
    .trimEnd()
  const line = `SIGN_IN_LINKS='${JSON.stringify([...made, own].map(({ entry }) => entry))}'`
  writeFileSync(SECRETS, `${others}\n${line}\n`, { mode: 0o600 })
  return { console: made.map(({ person, url }) => ({ person, url })), own: own.url }
}

/** Forgets everything: database, keys, secrets. Secrets that we did not make stay. */
export function forgetDemo(): void {
  rmSync(STATE, { recursive: true, force: true })
  if (existsSync(SECRETS) && readFileSync(SECRETS, 'utf8').startsWith(HEADER)) rmSync(SECRETS)
}
