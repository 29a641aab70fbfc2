/** A PDF file as a list of numbered objects (ISO 32000-1 §7): plain ones, so that any reader finds what it looks for. */
import { joined, utf8 } from '../../shared/bytes.ts'

/** An indirect reference: `12 0 R`. */
export type Ref = `${number} 0 R`

export class Objects {
  readonly #bodies: (Uint8Array | undefined)[] = []

  /** A number for an object whose content is not known yet. */
  reserve(): Ref {
    this.#bodies.push(undefined)
    return `${this.#bodies.length} 0 R`
  }

  /** @returns where it is referred to */
  add(body: string, ref = this.reserve()): Ref {
    this.#bodies[Number.parseInt(ref, 10) - 1] = utf8(body)
    return ref
  }

  /** @param more further entries of its dictionary */
  async addStream(content: Uint8Array<ArrayBuffer>, more = '', plain = false): Promise<Ref> {
    const data = plain ? content : await deflated(content)
    const filter = plain ? '' : '/Filter/FlateDecode'
    const ref = this.reserve()
    const start = `<<${more}${filter}/Length ${data.length}>>\nstream\n`
    this.#bodies[Number.parseInt(ref, 10) - 1] = joined([utf8(start), data, utf8('\nendstream')])
    return ref
  }

  /** The whole file, with its table of where each object is. */
  file(catalog: Ref, info: Ref): Uint8Array<ArrayBuffer> {
    // The second line says to programs that carry files that this one is not text.
    const parts = [utf8('%PDF-1.7\n'), new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]
    let at = parts.reduce((sum, { length }) => sum + length, 0)
    const places: number[] = []
    for (const [i, body] of this.#bodies.entries()) {
      if (!body) throw new Error(`Object ${i + 1} of the paper was never written`)
      const object = joined([utf8(`${i + 1} 0 obj\n`), body, utf8('\nendobj\n')])
      places.push(at)
      parts.push(object)
      at += object.length
    }
    const size = places.length + 1
    const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    parts.push(
      utf8(
        `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root ${catalog}/Info ${info}>>\nstartxref\n${at}\n%%EOF\n`,
      ),
    )
    return joined(parts)
  }
}

/** A text string (§7.9.2.2), in UTF-16. */
export function textString(text: string): string {
  return `<FEFF${[...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`
}

/** A string of ASCII, as addresses are (§7.3.4.2). */
export function asciiString(text: string): string {
  return `(${text.replace(/[\\()]/g, '\\$&')})`
}

/** A number as PDF writes it: no exponent, no more digits than a printer can show. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
