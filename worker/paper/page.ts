/**
 * One printed page, drawn from the top left in points, that tells what each part of it is (tagged PDF,
 * ISO 32000-1 §14.8): a screen reader meets headings, paragraphs, lists and links, not drawn lines.
 */
import { utf8 } from '../../shared/bytes.ts'
import { type Attached, addFont, attach, type NamedFont, xmp } from './embedded.ts'
import { asciiString, number, Objects, type Ref, textString } from './objects.ts'
import { Subset } from './subset.ts'
import type { Line, Typesetter } from './typeset.ts'

/** U.S. Letter. */
export const WIDTH = 612
export const HEIGHT = 792

/** The standard structure types that are used here (§14.8.4). */
type Tag = 'Document' | 'Div' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Link' | 'Figure' | 'Span'

interface Element {
  tag: Tag
  ref: Ref
  parent: Ref
  /** For a figure: what it shows. */
  alt?: string
  box?: string
  /** For text that is not drawn in the order in which it is read. */
  actual?: string
  kids: (number | Element | { annotation: Ref })[]
}

/** Left, top, right, bottom, from the top left. */
export type Sides = [number, number, number, number]

export interface About {
  title: string
  author: string
  made: Date
  attached?: Attached
}

export class PrintedPage {
  readonly #type: Typesetter
  readonly #objects = new Objects()
  readonly #root = this.#objects.reserve()
  readonly #page = this.#objects.reserve()
  readonly #fonts = new Map<string, NamedFont>()
  readonly #ink: string[] = []
  /** The element of each marked content, by its number. */
  readonly #marked: Element[] = []
  readonly #links: { ref: Ref; element: Element }[] = []
  #open: Element = { tag: 'Document', ref: this.#objects.reserve(), parent: this.#root, kids: [] }
  readonly #document = this.#open

  constructor(type: Typesetter) {
    this.#type = type
  }

  /** What is drawn meanwhile belongs to an element of this kind. */
  element(tag: Tag, draw: () => void, more: Pick<Element, 'alt' | 'box' | 'actual'> = {}): void {
    const parent = this.#open
    const own: Element = { tag, ref: this.#objects.reserve(), parent: parent.ref, kids: [], ...more }
    parent.kids.push(own)
    this.#open = own
    draw()
    this.#open = parent
  }

  /** What is drawn meanwhile is a picture, of which someone who does not see it is told `alt`. */
  figure(alt: string, sides: Sides, draw: () => void): void {
    this.element('Figure', draw, { alt, box: rectangle(sides) })
  }

  /** A line of text; `y` is its baseline, from the top. */
  text(line: Line, x: number, y: number, size: number, gray = 0): void {
    const draw = () => this.#draw(line, x, y, size, gray)
    if (line.isTurned) this.element('Span', draw, { actual: line.text })
    else draw()
  }

  #draw({ pieces, text, isTurned }: Line, x: number, y: number, size: number, gray: number): void {
    const said = isTurned ? `/ActualText ${textString(text)}` : ''
    this.#mark(said, `${number(gray)} g BT 1 0 0 1 ${number(x)} ${number(HEIGHT - y)} Tm`)
    let open = ''
    let row = ''
    const close = () => {
      if (row) this.#ink.push(`[${row}] TJ`)
      row = ''
    }
    for (const piece of pieces) {
      const { name, subset } = this.#fontOf(piece.font)
      if (name !== open) {
        close()
        this.#ink.push(`/${name} ${number(size)} Tf`)
        open = name
      }
      const code = subset.codeOf(piece)
      const gap = ((subset.advanceOf(code) - piece.advance) * 1000) / this.#type.unitsOf(piece.font)
      row += `<${code.toString(16).padStart(4, '0')}>${gap ? number(gap) : ''}`
    }
    close()
    this.#ink.push('ET EMC')
  }

  /** Decoration, which is not read out. `path` in PDF operators, from the bottom left. */
  ornament(path: string): void {
    this.#ink.push(`/Artifact BMC q ${path} Q EMC`)
  }

  rule(left: number, right: number, y: number, weight: number, gray = 0): void {
    const at = number(HEIGHT - y)
    this.ornament(`${number(gray)} G ${weight} w ${number(left)} ${at} m ${number(right)} ${at} l S`)
  }

  frame(left: number, top: number, right: number, bottom: number, weight: number): void {
    const sides = [left, HEIGHT - bottom, right - left, bottom - top].map(number).join(' ')
    this.ornament(`0 G ${weight} w ${sides} re S`)
  }

  /** Black squares, of which each row is read from the left; part of the open figure. */
  squares(rows: boolean[][], left: number, top: number, side: number): void {
    this.#mark('', '0 g')
    for (const [y, row] of rows.entries())
      for (const [x, isDark] of row.entries())
        if (isDark && !row[x - 1]) {
          const end = row.indexOf(false, x)
          const run = (end < 0 ? row.length : end) - x
          const bottom = HEIGHT - top - (y + 1) * side
          this.#ink.push(`${[left + x * side, bottom, run * side, side].map(number).join(' ')} re`)
        }
    this.#ink.push('f EMC')
  }

  /** What is drawn meanwhile opens an address, within these sides. Plain, so that our own reader finds it. */
  link(address: string, says: string, sides: Sides, draw: () => void): void {
    this.element('Link', () => {
      draw()
      const ref = this.#objects.add(
        `<</Type/Annot/Subtype/Link/Rect[${rectangle(sides)}]/Border[0 0 0]/F 4/Contents ${textString(says)}` +
          `/StructParent ${this.#links.length + 1}/A<</Type/Action/S/URI/URI ${asciiString(address)}>>>>`,
      )
      this.#links.push({ ref, element: this.#open })
      this.#open.kids.push({ annotation: ref })
    })
  }

  async file({ title, author, made, attached }: About): Promise<Uint8Array<ArrayBuffer>> {
    const objects = this.#objects
    const content = await objects.addStream(utf8(this.#ink.join('\n')))
    const fonts = await Promise.all([...this.#fonts.values()].map((one) => addFont(objects, one)))
    const named = [...this.#fonts.values()].map(({ name }, i) => `/${name} ${fonts[i]}`).join('')
    const pages = objects.reserve()
    objects.add(
      `<</Type/Page/Parent ${pages}/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<<${named}>>>>` +
        `/Contents ${content}/StructParents 0/Tabs/S/Annots[${this.#links.map(({ ref }) => ref).join(' ')}]>>`,
      this.#page,
    )
    objects.add(`<</Type/Pages/Count 1/Kids[${this.#page}]>>`, pages)
    this.#addStructure()
    const metadata = await objects.addStream(utf8(xmp(title, author)), '/Type/Metadata/Subtype/XML', true)
    const names = attached ? await attach(objects, attached) : ''
    const catalog = objects.add(
      `<</Type/Catalog/Pages ${pages}/Lang(en-US)/MarkInfo<</Marked true>>/StructTreeRoot ${this.#root}` +
        `/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata}${names}>>`,
    )
    const stamp = made.toISOString().replace(/\D/g, '').slice(0, 14)
    const info = objects.add(
      `<</Title ${textString(title)}/Author ${textString(author)}/CreationDate(D:${stamp}Z)>>`,
    )
    return objects.file(catalog, info)
  }

  #fontOf(font: string): NamedFont {
    const known = this.#fonts.get(font)
    if (known) return known
    const own = { name: `F${this.#fonts.size + 1}`, subset: new Subset(this.#type.fileOf(font)) }
    this.#fonts.set(font, own)
    return own
  }

  #mark(more: string, ink: string): void {
    const id = this.#marked.push(this.#open) - 1
    this.#open.kids.push(id)
    this.#ink.push(`/${this.#open.tag}<</MCID ${id}${more}>>BDC ${ink}`)
  }

  #addStructure(): void {
    const objects = this.#objects
    const add = ({ tag, ref, parent, alt, box, actual, kids }: Element): void => {
      const named = kids.map((kid) => {
        if (typeof kid === 'number') return String(kid)
        if ('annotation' in kid) return `<</Type/OBJR/Obj ${kid.annotation}>>`
        add(kid)
        return kid.ref
      })
      const told =
        (alt ? `/Alt ${textString(alt)}/A<</O/Layout/BBox[${box}]>>` : '') +
        (actual ? `/ActualText ${textString(actual)}` : '')
      objects.add(
        `<</Type/StructElem/S/${tag}/P ${parent}/Pg ${this.#page}${told}/K[${named.join(' ')}]>>`,
        ref,
      )
    }
    add(this.#document)
    const ofPage = `0[${this.#marked.map(({ ref }) => ref).join(' ')}]`
    const ofLinks = this.#links.map(({ element }, i) => `${i + 1} ${element.ref}`)
    const numbers = objects.add(`<</Nums[${[ofPage, ...ofLinks].join(' ')}]>>`)
    objects.add(
      `<</Type/StructTreeRoot/K[${this.#document.ref}]/ParentTree ${numbers}/ParentTreeNextKey ${this.#links.length + 1}>>`,
      this.#root,
    )
  }
}

function rectangle([left, top, right, bottom]: Sides): string {
  return [left, HEIGHT - bottom, right, HEIGHT - top].map(number).join(' ')
}
