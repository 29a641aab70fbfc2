// The package's types in somebody else's project, under the two ways in which TypeScript finds them.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issuer } from '../support/mint.ts'
import { type Consumer, installPackage } from '../support/npm-package.ts'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
let consumer: Consumer
beforeAll(async () => {
  consumer = await installPackage()
}, 30_000)
afterAll(() => consumer.remove())

describe.each(['bundler', 'nodenext'])('moduleResolution %s', { timeout: 15_000 }, (moduleResolution) => {
  const check = (name: string, more: object): string => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
      moduleResolution,
      types: [],
      jsx: 'react-jsx',
      ...more,
    }
    const config = consumer.write(`tsconfig.${name}.json`, JSON.stringify({ compilerOptions, files: [name] }))
    return spawnSync(`${modules}.bin/tsc`, ['-p', config], { encoding: 'utf8' }).stdout
  }
  const aPage = { lib: ['es2022', 'dom', 'dom.iterable'], skipLibCheck: true }

  test('of the element, its event and its attributes', () => {
    const attributes = consumer.element.attributes?.map(({ name }) => name).filter((name) => name !== 'state')
    consumer.write(
      'page.ts',
      `import { type Issuer, LsscBadge, type LsscBadgeAttributes, LsscResultEvent, pinIssuer } from 'lssc-badge'
       import { define } from 'lssc-badge/define'
       const issuer: Issuer = ${JSON.stringify(issuer)}
       define(issuer)
       pinIssuer(issuer, null)
       const badge: LsscBadge = document.createElement('lssc-badge')
       badge.variant = 'card'
       // @ts-expect-error
       badge.variant = 'crad'
       // @ts-expect-error
       badge.state = 'valid'
       document.addEventListener('lssc-result', (event) => {
         const { state, number }: LsscResultEvent = event
         if (state === 'valid') console.log(number?.length)
         // @ts-expect-error
         if (state === 'green') console.log(number)
       })
       LsscBadge.define('another-badge')
       const all: (keyof LsscBadgeAttributes)[] = ${JSON.stringify(attributes)}
       const none: Exclude<keyof LsscBadgeAttributes, ${attributes?.map((name) => `'${name}'`).join(' | ')}>[] = []
       const never: never[] = none
       console.log(all, never)`,
    )
    expect(check('page.ts', aPage)).toBe('')
  })

  test('of JSX in React: the attributes, the properties and the event', () => {
    consumer.write(
      'view.tsx',
      `import type {} from 'lssc-badge/react'
       export const View = ({ link }: { link: string }) => (
         <lssc-badge className="x" credential={link} variant="row" applicant-name="A B" jobAreas="technology" eager
           onlssc-result={({ state }) => console.log(state.length)}>
           <a href={link}>LSSC record</a>
         </lssc-badge>
       )`,
    )
    expect(check('view.tsx', aPage)).toBe('')
    consumer.write(
      'wrong.tsx',
      `import type {} from 'lssc-badge/react'\nexport const view = <lssc-badge variant="rwo" />`,
    )
    expect(check('wrong.tsx', aPage)).toMatch(/wrong\.tsx\(2,.*"rwo"/)
  })

  test('of every snippet in its README', () => {
    consumer.write('issuer.json', JSON.stringify(issuer))
    const readme = readFileSync(join(consumer.installed, 'README.md'), 'utf8')
    const snippets = [...readme.matchAll(/```(tsx?)\n([^`]+)```/g)]
    expect(snippets).toHaveLength(4)
    for (const [i, [, kind, text = '']] of snippets.entries()) {
      consumer.write(`readme-${i}.${kind}`, text)
      expect(check(`readme-${i}.${kind}`, { ...aPage, resolveJsonModule: true }), text).toBe('')
    }
  })

  test('of `verify` and `job`, where there is no page, the package’s own declarations checked too', () => {
    consumer.write(
      'server.ts',
      `import { relatedAreas, type SetId } from 'lssc-badge/job'
       import { verify, type Verification } from 'lssc-badge/verify'
       const answer: Verification = await verify('7K3M-9QXD-4T29', { issuer: 'https://lssc.example' })
       if (answer.state === 'unreachable') throw new Error('later')
       const name: string | undefined = answer.credential?.holder.display
       for (const { check, result } of answer.checks) if (result === 'not-checked') check satisfies string
       // @ts-expect-error
       await verify('7K3M-9QXD-4T29')
       export const sets: SetId[] = relatedAreas(name ?? '').map(({ set }) => set)`,
    )
    expect(check('server.ts', { lib: ['es2022'] })).toBe('')
  })
})
