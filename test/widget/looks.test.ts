// What can be measured of how a badge looks: accessible in every state and variant, and it never moves its page.
import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { fromUtf8 } from '../../shared/bytes.ts'
import readme from '../../widget/README.md?bytes'
import { makeStates } from '../support/badge-service.ts'
import { network, putBadge, result, service, settled } from './page.ts'

const states = Object.entries(await makeStates(service))

async function violations(): Promise<string[]> {
  const rules = {
    region: { enabled: false },
    'landmark-one-main': { enabled: false },
    'page-has-heading-one': { enabled: false },
  }
  const { violations } = await axe.run(document.body, { rules })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

describe('axe finds nothing', () => {
  for (const variant of ['pill', 'row', 'card']) {
    for (const scheme of ['light', 'dark']) {
      test(`${variant}, ${scheme}: every state`, async () => {
        const { outages } = network()
        document.documentElement.style.colorScheme = scheme
        document.body.style.background = scheme === 'dark' ? '#111' : '#fff'
        for (const [, attributes] of states)
          await settled({ ...attributes, variant, 'applicant-name': 'Dale Cooper' })
        outages.set('/api/', () => Promise.reject(new TypeError('refused')))
        await settled({ credential: '7K3M-9QXD-TAMY', variant })
        outages.set('/api/', () => new Promise(() => {}))
        putBadge({ credential: '7K3M-9QXD-TAMY', variant, eager: '' })
        for (const badge of document.querySelectorAll('lssc-badge')) {
          badge.shadowRoot?.querySelector<HTMLElement>('.toggle')?.click()
        }
        expect(await violations()).toEqual([])
        document.documentElement.removeAttribute('style')
        document.body.removeAttribute('style')
      })
    }
  }
})

describe('a screen reader hears the verdict once', () => {
  for (const variant of ['pill', 'row', 'card']) {
    test(variant, async () => {
      network()
      const badge = await settled({ ...states[0]?.[1], variant })
      const heard = badge.shadowRoot?.textContent ?? ''
      const verdict =
        variant === 'pill' ? 'Current to Sep 2030' : 'Current: Library Support Staff Certification'
      expect(heard.split(verdict)).toHaveLength(2)
      expect(badge.shadowRoot?.querySelector('[aria-live], [role=status], [role=alert]')).toBeNull()
    })
  }
})

describe('with the documented rule nothing on the page moves', () => {
  const RULE = /```css\n([\s\S]+?)```/.exec(fromUtf8(readme) ?? '')?.[1] ?? ''

  for (const [width, variant] of [
    [1280, 'row'],
    [768, 'row'],
    [390, 'row'],
    [1280, 'pill'],
    [390, 'pill'],
  ] as const) {
    test(`${variant} at ${width} pixels, every state`, async () => {
      network()
      await page.viewport(width, 900)
      const style = document.createElement('style')
      style.textContent = RULE
      document.head.append(style)
      const badges = states.map(([, attributes]) => putBadge({ ...attributes, variant }))
      const before = badges.map((badge) => badge.getBoundingClientRect())
      await Promise.all(badges.map(result))
      const after = badges.map((badge) => badge.getBoundingClientRect())
      style.remove()
      expect(after.map(({ x, y, width, height }) => [x, y, width, height])).toEqual(
        before.map(({ x, y, width, height }) => [x, y, width, height]),
      )
    })
  }
})

describe('it fits where it is put', () => {
  for (const width of [160, 240, 320, 480, 800]) {
    for (const variant of ['pill', 'row', 'card']) {
      test(`${variant} in ${width} pixels`, async () => {
        network()
        const { url } = await service.issue(
          `F1T${width}${variant === 'pill' ? '0' : variant === 'row' ? '1' : '2'}FVRF`.padEnd(11, '0'),
          {
            name: { display: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(2).trim(), order: 'given-first' },
          },
        )
        const column = document.createElement('div')
        column.style.inlineSize = `${width}px`
        document.body.append(column)
        const badge = putBadge({ credential: url, variant, eager: '' })
        column.append(badge)
        await result(badge)
        badge.shadowRoot?.querySelector<HTMLElement>('.toggle')?.click()
        const edge = column.getBoundingClientRect().right + 0.5
        const wide = [...(badge.shadowRoot?.querySelectorAll('*') ?? [])].filter(
          (element) =>
            element.getBoundingClientRect().right > edge && getComputedStyle(element).overflow !== 'hidden',
        )
        expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([])
        expect(badge.scrollWidth).toBeLessThanOrEqual(width)
      })
    }
  }
})
