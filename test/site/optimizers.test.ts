// The built file after what caches, consent banners and "speed" plugins do to a script tag.
import { transform } from 'esbuild'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import {
  badgeTag,
  type Host,
  html,
  linkIsThere,
  listen,
  look,
  openHost,
  script,
  seen,
  serveIssuer,
} from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const valid = await service.issue('0PT1M1ZER00')
const gone = await service.issue('0PT1M1ZER01', {}, { standing: 2 })
const badges = [valid, gone].map(({ url }) => badgeTag(`credential="${url}"`, url)).join('')
let host: Host
let file: string
let smaller: string
beforeAll(async () => {
  host = await openHost()
  file = host.script.toString()
  smaller = (await transform(file, { minify: true, target: 'es2022' })).code
})
afterAll(() => host.close())

/** The page's own script, with names as short as a minifier's. It must find them as it left them. */
const own = 'var a="a",b="b",e="e",p="p",$="$",_="_";function t(){return"t"}let i="i";const n="n";class r{}'
const intact = '[a, b, e, p, $, _, t(), i, n, typeof r].join() === "a,b,e,p,$,_,t,i,n,function"'
const src = '/lssc-badge.js'
const held = `<script type="text/plain" data-consent="functional" src="${src}"></script>`

/** What stands on the page in place of our script tag; and what else it is made of. */
const treatments: Record<string, () => { tag: string; files?: Record<string, string> }> = {
  'as documented': () => ({ tag: script }),
  'async and defer added': () => ({ tag: `<script async defer type="module" src="${src}"></script>` }),
  'a classic script': () => ({ tag: `<script src="${src}"></script>` }),
  'a classic script, deferred, in the head': () => ({ tag: `<script defer src="${src}"></script>` }),
  'quotes dropped': () => ({ tag: `<script type=module crossorigin src=${src}></script>` }),
  'put into the page': () => ({ tag: `<script>${file}</script>` }),
  'put into the page as a module': () => ({ tag: `<script type="module">${file}</script>` }),
  'minified once more': () => ({
    tag: '<script src="/all.js"></script>',
    files: { '/all.js': smaller },
  }),
  'joined with others, which come before, without a semicolon or a line end': () => ({
    tag: '<script src="/all.js"></script>',
    files: { '/all.js': `"use strict";${own};var f=function(){return"before"}${file}` },
  }),
  'joined with others, which come after, sloppy': () => ({
    tag: '<script src="/all.js"></script>',
    files: { '/all.js': `${file}(function(){undeclared=1;delete window.undeclared})();${own}` },
  }),
  'in a function and a try': () => ({
    tag: '<script src="/all.js"></script>',
    files: { '/all.js': `(function(){try{${file}}catch(error){console.error(error)}})()` },
  }),
  'run by eval': () => ({
    tag: '<script src="/all.js"></script>',
    files: { '/all.js': `(0,eval)(${JSON.stringify(file)})` },
  }),
  'written into the page': () => ({
    tag: `<script>document.write('<script type="module" src="${src}"><\\/script>')</script>`,
  }),
  'held back, then made anew by its address': () => ({
    tag: `<script type="rocketloader-module" src="${src}"></script>${revive('type = "module"')}`,
  }),
  'held back, then made anew as a classic script': () => ({
    tag: `<script type="ab12-text/javascript" src="${src}"></script>${revive('async = false')}`,
  }),
  'held back, then run from its text': () => ({
    tag: `<script type="text/x" src="${src}"></script><script>
      const later = document.querySelector('script[type="text/x"]')
      fetch(later.src).then((answer) => answer.text()).then((text) => {
        const fresh = document.createElement('script'); fresh.textContent = text; later.replaceWith(fresh) })</script>`,
  }),
}

function revive(how: string): string {
  return `<script>addEventListener('load', () => {
    const later = document.querySelector('script[type]'), fresh = document.createElement('script')
    fresh.src = later.src; fresh.${how}; later.replaceWith(fresh) })</script>`
}

describe('a script tag that was', () => {
  for (const [name, make] of Object.entries(treatments)) {
    test(`${name}: the badge works, and so does the page`, async ({ context, page }) => {
      const { tag, files } = make()
      for (const [path, text] of Object.entries(files ?? {})) host.files.set(path, text)
      await serveIssuer(context, service)
      const lines = await listen(page)
      const before = files?.['/all.js']?.includes(own) ? '' : `<script>${own}</script>`
      await page.goto(host.page({ html: html(`${before}${badges}${tag}`) }))
      expect(await seen(page, 2)).toEqual({ states: ['valid', 'revoked'], green: 1, told: [1, 1] })
      expect(await page.evaluate(intact)).toBe(true)
      expect(lines).toEqual([])
    })
  }
})

test('an HTML minifier at the badge: no quotes, no white space, upper case', async ({ context, page }) => {
  await serveIssuer(context, service)
  const tight = `<LSSC-BADGE credential=${valid.url} applicant-name=Ñandú eager><a href=${valid.url}>LSSC</a></LSSC-BADGE>`
  await page.goto(host.page({ html: html(tight + script) }))
  expect(await seen(page)).toMatchObject({ states: ['valid'], green: 1 })
})

describe('a script that waits', () => {
  test('for consent: until then there is the link, and nothing was asked', async ({ context, page }) => {
    const asked = await serveIssuer(context, service)
    await page.goto(host.page({ html: html(badges + held) }))
    await page.waitForTimeout(100)
    expect(await linkIsThere(page)).toBe(true)
    expect(asked.filter((url) => !url.startsWith(`${host.origin}/`) || url.endsWith(src))).toEqual([])
    await page.evaluate(() => {
      const later = document.querySelector('script[data-consent]') as HTMLScriptElement
      const fresh = document.createElement('script')
      fresh.type = 'module'
      fresh.src = later.src
      later.replaceWith(fresh)
    })
    expect((await seen(page, 2)).states).toEqual(['valid', 'revoked'])
  })

  test('for a reader who does something', async ({ context, page }) => {
    await serveIssuer(context, service)
    const lazy = `<script>addEventListener('pointerdown', () => import('${src}'), { once: true })</script>`
    await page.goto(host.page({ html: html(badges + lazy) }))
    expect(await look(page)).toMatchObject({ states: [null, null], green: 0 })
    await page.mouse.click(600, 600)
    expect((await seen(page, 2)).states).toEqual(['valid', 'revoked'])
  })

  test('for ever, blocked: the link stays, and works', async ({ context, page }) => {
    await serveIssuer(context, service)
    await page.route(`**${src}`, (route) => route.abort('blockedbyclient'))
    await page.goto(host.page({ html: html(badges + script) }))
    expect(await linkIsThere(page)).toBe(true)
    await page.locator('lssc-badge > a').first().click({ trial: true })
  })
})
