// The names on the certificate, as Chromium draws them: both are painted over each other, and what only one of the
// two has must be thin. Chromium is given the same fonts, the name's own script first.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { families } from '../../worker/paper/fonts.ts'
import { HEIGHT, PrintedPage } from '../../worker/paper/page.ts'
import { fontFolder, fontIndex, NUMBER, typesetterFor } from '../support/paper.ts'
import { test } from '../support/site.ts'

const modules = new URL('../../node_modules/pdfjs-dist/build/', import.meta.url)
const SITE = 'http://paper.test'
const LEFT = 40
const BASELINE = 60
const SIZE = 28
const SCALE = 3

/** A name, and the family that it is drawn with. */
const names: [name: string, family: string][] = [
  ['Darlene Whitcomb', 'noto-serif'],
  ['Oluwafunmilayo Adébáyọ̀', 'noto-serif'],
  ['Nguyễn Thị Kim Ngân', 'noto-serif'],
  ['Leilani Kahoʻokuōkalani', 'noto-serif'],
  ['İlay Gıyaseddinğlu', 'noto-serif'],
  ['Юлія Шевчук', 'noto-serif'],
  ['Ελένη Παπαδοπούλου', 'noto-serif'],
  ['مريم الراشد', 'noto-naskh-arabic'],
  ['مُحَمَّد', 'noto-naskh-arabic'],
  ['מירים בן-דוד', 'noto-serif-hebrew'],
  ['प्रिया रामन', 'noto-serif-devanagari'],
  ['শ্রীমতী দত্ত', 'noto-serif-bengali'],
  ['สมหญิง ใจดี', 'noto-serif-thai'],
  ['Արփինե Սարգսյան', 'noto-serif-armenian'],
  ['ნინო ბერიძე', 'noto-serif-georgian'],
  ['李娜', 'noto-serif-sc'],
  ['劉麗華', 'noto-serif-sc'],
  ['佐藤 さくら', 'noto-serif-sc'],
  ['김민준', 'noto-serif-kr'],
]

const fontList = (family: string) => [family, ...families.serif.filter((one) => one !== family)]

/** The fonts that these names need, as a stylesheet names them. */
function faces(family: string): string {
  const ranges = (covers: number[]) =>
    Array.from({ length: covers.length / 2 }, (_, i) =>
      [covers[i * 2]!, covers[i * 2 + 1]!].map((code) => code.toString(16)).join('-'),
    )
  return fontIndex()
    .filter((file) => file.family === family || file.family === 'noto-serif')
    .map(
      ({ name, family: own, covers }) =>
        `@font-face{font-family:${own};src:url(/fonts/${name});unicode-range:${ranges(covers).map((range) => `U+${range}`)}}`,
    )
    .join('')
}

async function onPaper(name: string): Promise<Uint8Array> {
  const type = await typesetterFor([name, NUMBER])
  const page = new PrintedPage(type)
  page.element('P', () => page.text(type.line(name, 'serif', 'auto'), LEFT, BASELINE, SIZE))
  return page.file({ title: name, author: '', made: new Date(0) })
}

async function serve(page: Page, pdfs: Map<string, Uint8Array>): Promise<void> {
  await page.route(`${SITE}/**`, (route) => {
    const path = new URL(route.request().url()).pathname
    if (path.startsWith('/pdfjs/'))
      return route.fulfill({
        body: readFileSync(new URL(path.slice(7), modules)),
        contentType: 'text/javascript',
      })
    if (path.startsWith('/fonts/')) return route.fulfill({ body: readFileSync(fontFolder + path.slice(6)) })
    const pdf = pdfs.get(path)
    if (pdf) return route.fulfill({ body: Buffer.from(pdf), contentType: 'application/pdf' })
    return route.fulfill({ body: PAGE, contentType: 'text/html' })
  })
}

const PAGE = `<!doctype html><meta charset="utf-8"><script type="module">
import * as pdfjs from '/pdfjs/pdf.mjs'
pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.mjs'
globalThis.pdfjs = pdfjs
</script>`

interface Compared {
  /** Where the ink of each begins and ends, in points. */
  paper: [number, number]
  chromium: [number, number]
  /** Ink of each; and what one has where the other has none within a point around, as a part of its ink. */
  ink: [number, number]
  strange: number
}

/** Both drawn by the page, the paper by pdf.js; pixels are compared there. */
function compare(page: Page, pdf: string, name: string, css: string, list: string[]): Promise<Compared> {
  const given = { pdf, name, css, list, LEFT, BASELINE, SIZE, SCALE, HEIGHT }
  return page.evaluate(async (given) => {
    const style = document.createElement('style')
    style.textContent = given.css
    document.head.replaceChildren(style)
    const font = `${given.SIZE * given.SCALE}px ${given.list.join(',')}`
    await document.fonts.load(font, given.name)
    const width = 420 * given.SCALE
    const height = 110 * given.SCALE
    const sheet = () => {
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', {
        willReadFrequently: true,
      })!
      context.fillStyle = '#fff'
      context.fillRect(0, 0, width, height)
      context.fillStyle = '#000'
      return context
    }
    const drawn = sheet()
    drawn.font = font
    drawn.textRendering = 'geometricPrecision' // as paper is: no advance is rounded to a pixel
    drawn.direction = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(given.name) ? 'rtl' : 'ltr'
    drawn.textAlign = 'left'
    drawn.fillText(given.name, given.LEFT * given.SCALE, given.BASELINE * given.SCALE)
    const { getDocument } = (globalThis as unknown as { pdfjs: typeof import('pdfjs-dist') }).pdfjs
    const read = await (await getDocument({ url: given.pdf }).promise).getPage(1)
    const paper = sheet()
    const viewport = read.getViewport({ scale: given.SCALE })
    await read.render({ canvasContext: paper, canvas: paper.canvas, viewport }).promise
    const inkOf = (context: CanvasRenderingContext2D) => {
      const { data } = context.getImageData(0, 0, width, height)
      return Uint8Array.from({ length: width * height }, (_, i) => (data[i * 4]! < 128 ? 1 : 0))
    }
    const [a, b] = [inkOf(paper), inkOf(drawn)]
    const extent = (ink: Uint8Array): [number, number] => {
      const columns = [...ink.keys()].filter((i) => ink[i]).map((i) => i % width)
      return [
        columns.reduce((x, y) => Math.min(x, y), width),
        columns.reduce((x, y) => Math.max(x, y), 0),
      ].map((x) => x / given.SCALE) as [number, number]
    }
    const alone = (ink: Uint8Array, other: Uint8Array) =>
      [...ink.keys()].filter((i) => {
        if (!ink[i]) return false
        for (let y = -given.SCALE; y <= given.SCALE; y++)
          for (let x = -given.SCALE; x <= given.SCALE; x++) if (other[i + y * width + x]) return false
        return true
      }).length
    const count = (ink: Uint8Array) => ink.reduce((sum, one) => sum + one, 0)
    return {
      paper: extent(a),
      chromium: extent(b),
      ink: [count(a), count(b)] as [number, number],
      strange: (alone(a, b) + alone(b, a)) / Math.max(1, count(a)),
    }
  }, given)
}

const pdfs = new Map<string, Uint8Array>()
beforeAll(async () => {
  for (const [i, [name]] of names.entries()) pdfs.set(`/${i}.pdf`, await onPaper(name))
  pdfs.set('/turned.pdf', await onPaper('דשארלא םירמ'))
})

describe('drawn as Chromium draws it', () => {
  test.for(names.map(([name, family], i) => ({ name, family, i })))(
    '$name',
    async ({ name, family, i }, { page }) => {
      await serve(page, pdfs)
      await page.goto(`${SITE}/`)
      const result = await compare(page, `${SITE}/${i}.pdf`, name, faces(family), fontList(family))
      expect(result.ink[0]).toBeGreaterThan(1500)
      expect(result.ink[1] / result.ink[0]).toBeCloseTo(1, 1)
      expect(Math.abs(result.paper[0] - result.chromium[0])).toBeLessThan(1)
      expect(Math.abs(result.paper[1] - result.chromium[1])).toBeLessThan(1)
      expect(result.strange).toBeLessThan(0.01)
    },
  )

  test('and another order of the letters would be seen', async ({ page }) => {
    await serve(page, pdfs)
    await page.goto(`${SITE}/`)
    const list = fontList('noto-serif-hebrew')
    const css = faces('noto-serif-hebrew')
    const result = await compare(page, `${SITE}/turned.pdf`, 'מירים אלראשד', css, list)
    expect(result.strange).toBeGreaterThan(0.1)
  })
})
