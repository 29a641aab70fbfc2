// The package for npm in the hands of somebody else: what is in it, and what may load it.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issuer } from '../support/mint.ts'
import { nodes } from '../support/nodes.ts'
import { type Consumer, installPackage } from '../support/npm-package.ts'

let consumer: Consumer
beforeAll(async () => {
  consumer = await installPackage()
}, 30_000)
afterAll(() => consumer.remove())

const fields = () => JSON.parse(readFileSync(join(consumer.installed, 'package.json'), 'utf8'))

/** What is loaded with a file of the package: its own text and its chunks'. */
function withChunks(file: string): string {
  const text = readFileSync(join(consumer.installed, file), 'utf8')
  const chunks = [...text.matchAll(/from "\.\/(chunks\/\w+\.js)"/g)].map(([, chunk = '']) => chunk)
  return [text, ...chunks.map(withChunks)].join('\n')
}

describe('the package', () => {
  test('has whatever it says that it has, types first', () => {
    const { exports, types, customElements } = fields()
    expect(Object.keys(exports)).toEqual([
      '.',
      './define',
      './verify',
      './job',
      './react',
      './custom-elements.json',
      './package.json',
    ])
    for (const target of Object.values<string | object>(exports)) {
      if (typeof target === 'object') expect(Object.keys(target)).toEqual(['types', 'default'])
      for (const path of Object.values(typeof target === 'object' ? target : [target])) {
        expect(existsSync(join(consumer.installed, path)), path).toBe(true)
      }
    }
    for (const path of [types, customElements, 'README.md', 'LICENSE']) {
      expect(existsSync(join(consumer.installed, path)), path).toBe(true)
    }
  })

  test('leaves Lit outside, and needs nothing else', () => {
    expect(fields().dependencies).toEqual({ '@lit/reactive-element': expect.stringMatching(/^\^2\./) })
    expect(withChunks('index.js')).toContain('from "@lit/reactive-element"')
  })

  test('names no issuer, and nothing of the machine that made it', () => {
    const all = ['index.js', 'define.js', 'verify.js', 'job.js'].map(withChunks).join('\n')
    expect(all).not.toMatch(/localhost|__(?:ISSUER|KEYS|VERSION)__|Demonstration Office|node_modules/)
    expect(all).not.toContain(process.cwd())
  })

  test('`verify` and `job` carry neither Lit nor anything of a page', () => {
    for (const file of ['verify.js', 'job.js']) {
      expect(withChunks(file)).not.toMatch(/reactive-element|from "lit|HTMLElement|customElements|document\./)
    }
  })
})

describe.each(nodes)('$version', { timeout: 15_000 }, ({ path }) => {
  const run = (code: string) =>
    JSON.parse(
      execFileSync(path, ['--input-type=module', '-e', code], { cwd: consumer.folder, encoding: 'utf8' }),
    )

  test('loads the class without a page, and defines nothing', () => {
    const found = run(`
      const { LsscBadge, LsscResultEvent, pinIssuer } = await import('lssc-badge')
      console.log(JSON.stringify([
        LsscBadge.version, LsscResultEvent.type, typeof pinIssuer, typeof document,
        globalThis.customElements?.get('lssc-badge') ?? null,
      ]))`)
    expect(found).toEqual([fields().version, 'lssc-result', 'function', 'undefined', null])
  })

  test('`define` does nothing without a page', () => {
    const found = run(`
      const { define } = await import('lssc-badge/define')
      define(${JSON.stringify(issuer)})
      console.log(JSON.stringify(globalThis.customElements?.get('lssc-badge') ?? null))`)
    expect(found).toBeNull()
  })

  test('no class is defined under any name before an issuer is pinned', () => {
    const found = run(`
      const { LsscBadge, pinIssuer } = await import('lssc-badge')
      const attributes = () => { try { return LsscBadge.observedAttributes } catch ({ message }) { return message } }
      const before = attributes()
      pinIssuer(${JSON.stringify(issuer)})
      console.log(JSON.stringify([before, attributes().includes('credential')]))`)
    expect(found).toEqual(['lssc-badge: pin an issuer first', true])
  })

  test('reads an ad', () => {
    const found = run(`
      const { areas, relatedAreas } = await import('lssc-badge/job')
      const [{ set, phrases }] = relatedAreas('You will catalog new books with OCLC Connexion.')
      console.log(JSON.stringify([set, phrases, areas[set].label]))`)
    expect(found).toEqual([
      'cataloging-and-classification',
      expect.anything(),
      'Cataloging and Classification',
    ])
  })
})
