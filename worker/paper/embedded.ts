/** What travels within a paper: its fonts, its description, and a file where someone asked for one. */
import { utf8 } from '../../shared/bytes.ts'
import { asciiString, number, type Objects, type Ref, textString } from './objects.ts'
import type { Subset } from './subset.ts'

export interface NamedFont {
  /** As the page calls it: `F1`. */
  name: string
  subset: Subset
}

/** A file that travels within the paper; only where someone asked for it. */
export interface Attached {
  /** ASCII. */
  name: string
  type: string
  /** What it is, for people. */
  says: string
  bytes: Uint8Array<ArrayBuffer>
}

/** @returns entries of the catalog (§7.11.4) */
export async function attach(objects: Objects, { name, type, says, bytes }: Attached): Promise<string> {
  const kind = `/Type/EmbeddedFile/Subtype/${type.replace('/', '#2F')}`
  const file = await objects.addStream(bytes, `${kind}/Params<</Size ${bytes.length}>>`)
  const named = `/F${asciiString(name)}/UF${textString(name)}/Desc ${textString(says)}`
  const spec = objects.add(`<</Type/Filespec${named}/AFRelationship/Data/EF<</F ${file}/UF ${file}>>>>`)
  return `/Names<</EmbeddedFiles<</Names[${asciiString(name)} ${spec}]>>>>/AF[${spec}]`
}

/** A font by its codes, with the characters of each (§9.7, §9.10.3). */
export async function addFont(objects: Objects, { name: own, subset }: NamedFont): Promise<Ref> {
  const { ascent, descent, box, units } = subset.metrics
  const scaled = (value: number) => number((value * 1000) / units)
  // Six letters before the name say that it is a part of a font (§9.6.4).
  const name = `LSSCPA+Noto${own}`
  const file = await objects.addStream(subset.file())
  const descriptor = objects.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box.map(scaled).join(' ')}]/ItalicAngle 0` +
      `/Ascent ${scaled(ascent)}/Descent ${scaled(descent)}/CapHeight ${scaled(ascent)}/StemV 80/FontFile2 ${file}>>`,
  )
  const widths = [...Array(subset.size).keys()].map((code) => scaled(subset.advanceOf(code)))
  const codes = objects.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor}/CIDToGIDMap/Identity/DW 0/W[0[${widths.join(' ')}]]>>`,
  )
  const unicode = await objects.addStream(utf8(toUnicode(subset)))
  return objects.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${codes}]/ToUnicode ${unicode}>>`,
  )
}

function toUnicode(subset: Subset): string {
  const lines = [...subset.texts].map(
    ([code, text]) => `<${code.toString(16).padStart(4, '0')}> ${textString(text).replace('<FEFF', '<')}`,
  )
  const blocks: string[] = []
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`
}

/** The same title and author once more, for programs that read no other description (ISO 32000-1 §14.3.2). */
export function xmp(title: string, author: string): string {
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>en-US</rdf:li></rdf:Bag></dc:language><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${plain(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${plain(author)}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
