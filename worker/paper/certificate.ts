/**
 * The certificate on paper: a catalog card of U.S. Letter size, black on white. What to do with it stands at its head
 * and at its foot, so that a copy of either half says that it is not the check.
 */
import { emblem } from '../../shared/drawings.ts'
import { bare } from '../../shared/issuer.ts'
import { en } from '../../shared/words/en.ts'
import type { Attached } from './embedded.ts'
import { number } from './objects.ts'
import { outlineOf } from './outline.ts'
import { HEIGHT, PrintedPage, WIDTH } from './page.ts'
import type { Direction, Line, Typesetter } from './typeset.ts'
import { type PaperText, paperWords } from './words.ts'

const LEFT = 54
const RIGHT = WIDTH - LEFT
const MEASURE = RIGHT - LEFT
const TOP = 40
/** The names of areas stand in a column of their own. */
const COLUMN = 172
const GRAY = 0.33
/** Below it stands how to check, and who answers. */
const FOOT = HEIGHT - 196
/** Where a record has much to say, its body is set smaller. */
const SCALES = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64]

/** Thrown for a record that says more than one page holds. */
export class TooMuch extends Error {}

/** @returns rows of modules, dark is true */
export type Square = boolean[][]

/**
 * @param square the QR code of the record's address, quiet zone included
 * @returns the bytes of a PDF
 * @throws TooMuch where the text does not fit on one page
 */
export async function drawCertificate(
  type: Typesetter,
  text: PaperText,
  square: Square,
  made: Date,
  attached?: Attached,
): Promise<Uint8Array<ArrayBuffer>> {
  for (const scale of SCALES) {
    const sheet = new Sheet(type, text, scale)
    if (sheet.drawRecord() > FOOT - 12) continue
    sheet.drawFoot(square)
    return sheet.page.file({
      title: text.title,
      author: text.issuer.name,
      made,
      ...(attached ? { attached } : {}),
    })
  }
  throw new TooMuch('The record has more to say than one page holds')
}

class Sheet {
  readonly page: PrintedPage
  readonly #type: Typesetter
  readonly #text: PaperText
  readonly #scale: number
  /** The baseline of what was drawn last. */
  #y = TOP

  constructor(type: Typesetter, text: PaperText, scale: number) {
    this.#type = type
    this.#text = text
    this.#scale = scale
    this.page = new PrintedPage(type)
  }

  /** @returns how far down it reaches */
  drawRecord(): number {
    this.#drawHead()
    this.#drawName()
    this.#drawDates()
    this.#drawAreas()
    this.page.element('H2', () => this.#heading(en.labels.what, 24))
    this.#paragraph(this.#text.what, 9.5, 15)
    return this.#y
  }

  #drawHead(): void {
    const { page } = this
    const { demo, certification, issuer, prepared, address, url } = this.#text
    if (demo) {
      page.frame(LEFT, this.#y - 12, RIGHT, this.#y + 12, 1.5)
      const line = this.#type.line(demo, 'strong')
      page.element('P', () => page.text(line, (WIDTH - line.width * 11) / 2, this.#y + 4, 11))
      this.#y += 26
    }
    this.#emblem(LEFT, this.#y - 4, 34)
    page.element('H1', () => page.text(this.#type.line(certification, 'serif'), LEFT + 46, this.#y + 14, 18))
    page.element('P', () => this.#fitted(issuer.name, 10, LEFT + 46, this.#y + 31, RIGHT, GRAY))
    this.#y += 46
    page.rule(LEFT, RIGHT, this.#y, 2)
    this.#y += 19
    page.element('P', () => {
      const [said, where] = [this.#type.line(`${prepared} `, 'strong'), this.#type.line(address, 'strong')]
      const size = Math.min(10.5, MEASURE / (said.width + where.width + 0.3))
      const x = LEFT + said.width * size
      const end = x + where.width * size
      page.text(said, LEFT, this.#y, size)
      page.link(url, paperWords.open, [x, this.#y - size, end, this.#y + 4], () =>
        page.text(where, x, this.#y, size),
      )
      page.text(this.#type.line('.', 'strong'), end, this.#y, size)
    })
    page.rule(LEFT, RIGHT, this.#y + 8, 0.5)
    this.#y += 8
  }

  #drawName(): void {
    const { name, latin, asides, notThisPerson } = this.#text
    this.page.element('H2', () => {
      this.#nameLines(name, 28, 38)
      if (latin) this.#nameLines(latin, 17, 24)
    })
    // Under large letters there is more room.
    for (const [i, { label, name: other }] of asides.entries())
      this.page.element('P', () => {
        const said = this.#type.line(`${label}: `, 'sans')
        this.#y += i === 0 && !latin ? 20 : 14
        this.page.text(said, LEFT, this.#y, 9.5, GRAY)
        this.#fitted(other, 9.5, LEFT + said.width * 9.5, this.#y, RIGHT, 0, 'auto')
      })
    this.#paragraph(notThisPerson, 9, asides.length > 0 ? 15 : latin ? 16 : 20, GRAY)
  }

  /** A name is set smaller before it is broken. */
  #nameLines(name: string, size: number, leading: number): void {
    const whole = this.#type.line(name, 'serif', 'auto')
    const fitting = Math.max(size * 0.68, Math.min(size, MEASURE / whole.width))
    for (const [i, line] of this.#type.lines(name, 'serif', (MEASURE + 0.01) / fitting, 'auto').entries()) {
      this.#y += i === 0 ? leading * Math.max(0.85, fitting / size) : fitting * 1.3
      this.page.text(line, LEFT, this.#y, fitting)
    }
  }

  #drawDates(): void {
    const { dates, notes } = this.#text
    this.#y += 6
    this.page.element('L', () => {
      for (const date of dates)
        this.page.element('LI', () =>
          this.page.element('LBody', () => {
            this.#y += 15 * this.#scale
            this.page.text(this.#type.line(date, 'strong'), LEFT, this.#y, 10.5 * this.#scale)
          }),
        )
    })
    for (const note of notes) this.#paragraph(note, 9.5, 14)
  }

  #drawAreas(): void {
    this.page.element('H2', () => this.#heading(en.labels.areas, 26))
    for (const { title, areas } of this.#text.groups) {
      this.#paragraph(title, 8.5, 13, GRAY)
      this.#y += 5 * this.#scale
      this.page.element('L', () => {
        for (const { label, how } of areas) this.page.element('LI', () => this.#area(label, how))
      })
      this.page.rule(LEFT, RIGHT, this.#y, 0.5)
    }
  }

  #area(label: string, how: string): void {
    const size = 9.5 * this.#scale
    const leading = 12.5 * this.#scale
    this.page.rule(LEFT, RIGHT, this.#y, 0.5)
    const top = this.#y + leading
    const names = this.#type.lines(label, 'strong', (COLUMN - 10) / size)
    const ways = this.#type.lines(how, 'sans', (MEASURE - COLUMN) / size)
    const column = (tag: 'Lbl' | 'LBody', lines: Line[], x: number) =>
      this.page.element(tag, () => {
        for (const [i, line] of lines.entries()) this.page.text(line, x, top + i * leading, size)
      })
    column('Lbl', names, LEFT)
    column('LBody', ways, LEFT + COLUMN)
    this.#y = top + (Math.max(names.length, ways.length) - 1) * leading + 5.5 * this.#scale
  }

  /** How to check, in a frame; and who answers for it. */
  drawFoot(square: Square): void {
    const { page } = this
    const { url, address, number: code, issuer } = this.#text
    const bottom = FOOT + 116
    page.frame(LEFT, FOOT, RIGHT, bottom, 1.5)
    const side = 104 / square.length
    const left = RIGHT - 110
    page.figure(paperWords.square(address), [left, FOOT + 6, left + 104, FOOT + 110], () =>
      page.squares(square, left, FOOT + 6, side),
    )
    const x = LEFT + 14
    const say = (text: string, y: number) =>
      page.element('P', () => this.#fitted(text, 9.5, x, FOOT + y, left - 8))
    page.element('P', () => {
      const warning = this.#type.line(`${paperWords.notTheCheck} `, 'strong')
      page.text(warning, x, FOOT + 21, 9.5)
      this.#fitted(`${paperWords.check}:`, 9.5, x + warning.width * 9.5, FOOT + 21, left - 8)
    })
    const where = this.#type.line(address, 'mono')
    const size = Math.min(13, (left - 8 - x) / where.width)
    page.element('P', () =>
      page.link(url, paperWords.open, [x, FOOT + 26, x + where.width * size, FOOT + 43], () =>
        page.text(where, x, FOOT + 39, size),
      ),
    )
    say(`${paperWords.orCode(bare(new URL(url).origin))}:`, 59)
    page.element('P', () => page.text(this.#type.line(code, 'mono'), x, FOOT + 87, 25))
    say(paperWords.camera, 106)
    this.#y = bottom + 4
    this.#paragraph(issuer.demo ? paperWords.invented : paperWords.ask(issuer), 9, 14, 0, 1)
    this.#paragraph(
      `${issuer.name} · ${issuer.phone} · ${issuer.email} · ${bare(issuer.url)}${issuer.hours ? ` · ${issuer.hours}` : ''}`,
      9,
      13,
      0,
      1,
    )
  }

  #heading(text: string, leading: number): void {
    this.#y += leading * this.#scale
    this.page.text(this.#type.line(text, 'serif'), LEFT, this.#y, 13 * this.#scale)
  }

  #paragraph(text: string, size: number, leading: number, gray = 0, scale = this.#scale): void {
    const own = size * scale
    this.page.element('P', () => {
      for (const [i, line] of this.#type.lines(text, 'sans', MEASURE / own).entries()) {
        this.#y += (i === 0 ? leading : size * 1.3) * scale
        this.page.text(line, LEFT, this.#y, own, gray)
      }
    })
  }

  /** One line, smaller where it would not end in time. */
  #fitted(
    text: string,
    size: number,
    x: number,
    y: number,
    end: number,
    gray = 0,
    direction: Direction = 'ltr',
  ): void {
    const line = this.#type.line(text, 'sans', direction)
    this.page.text(line, x, y, Math.min(size, (end - x) / line.width), gray)
  }

  #emblem(left: number, top: number, width: number): void {
    const scale = width / 40
    const place = [scale, 0, 0, -scale, left, HEIGHT - top].map(number).join(' ')
    this.page.ornament(`${place} cm 0 G ${emblem.strokeWidth} w 1 J 1 j ${outlineOf(emblem.path)} S`)
  }
}
