// The certificate on paper, drawn in Node with the real fonts, and read by a program that we did not write.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Credential } from '../../shared/credential.ts'
import { endOf, noonOf } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { tell } from '../../shared/telling.ts'
import { en } from '../../shared/words/en.ts'
import { layFonts } from '../../worker/cli/fonts.ts'
import { drawCertificate } from '../../worker/paper/certificate.ts'
import type { FontFile } from '../../worker/paper/fonts.ts'
import { openShaper } from '../../worker/paper/harfbuzz.ts'
import { fontsNeeded, Typesetter } from '../../worker/paper/typeset.ts'
import { type PaperText, tellPaper } from '../../worker/paper/words.ts'
import { qrModules } from '../../worker/qr.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const fontFolder = `${root}node_modules/.cache/fonts`
const compiled = new WebAssembly.Module(readFileSync(`${root}node_modules/harfbuzzjs/dist/harfbuzz.wasm`))

export const issuer = {
  origin: 'https://lssc.example',
  name: 'LSSC Badge Demonstration Office',
  short: 'Demo Office',
  url: 'https://office.example/',
  email: 'office@lssc.example',
  phone: '(202) 555-0142',
  demo: true,
}
export const NUMBER = '7K3M-9QXD-4T29'
export const URL_OF_IT = recordUrl(issuer.origin, NUMBER)
export const PREPARED = '2026-11-25'

/** What the certificate of such a record says when it is prepared on that day. */
export function textOf(record: AwardRecord, on = PREPARED): PaperText {
  const credential = {
    ...record,
    number: NUMBER,
    url: URL_OF_IT,
    holder: { ...record.name, id: 'urn:uuid:0' },
    awardedOn: record.certifiedOn,
    validFrom: noonOf(record.certifiedOn),
    validUntil: endOf(record.expiresOn),
    ...(record.provisionalUntil ? { provisional: { until: record.provisionalUntil } } : {}),
  } as unknown as Credential
  const state = record.expiresOn < on ? 'expired' : 'valid'
  const verdict = { state, checks: [], credential, checkedAt: noonOf(on), by: 'server' } as const
  return tellPaper(tell({ ...verdict, checks: [] }, issuer, { words: en }), issuer, on)
}

export async function typesetterFor(texts: string[]): Promise<Typesetter> {
  const index = fontIndex()
  const read = (name: string) => new Uint8Array(readFileSync(`${fontFolder}/${name}`))
  const files = new Map(fontsNeeded(index, texts).map(({ name }) => [name, read(name)]))
  return new Typesetter(await openShaper(compiled), index, files)
}

export function fontIndex(): FontFile[] {
  if (!existsSync(`${fontFolder}/index.json`)) layFonts(fontFolder)
  return JSON.parse(readFileSync(`${fontFolder}/index.json`, 'utf8')) as FontFile[]
}

export async function paperOf(text: PaperText): Promise<Uint8Array<ArrayBuffer>> {
  const type = await typesetterFor(stringsIn(text))
  return drawCertificate(type, text, qrModules(text.url), new Date(noonOf(PREPARED)))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

export interface ReadPdf {
  /** Its lines, in the order in which they are read. */
  text: string
  title: string
  lang: string
  pages: number
  links: string[]
  /** The kinds of its elements, as far down as there are any. */
  tags: string[]
  /** What a screen reader says of its pictures. */
  alts: string[]
  attachments: string[]
}

interface Node {
  role?: string
  alt?: string
  children?: Node[]
}

export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const fonts = { standardFontDataUrl: `${root}node_modules/pdfjs-dist/standard_fonts/` }
  const task = getDocument({ data: pdf.slice(), verbosity: 0, ...fonts })
  const document = await task.promise
  const page = await document.getPage(1)
  const { items, lang } = await page.getTextContent()
  const { info } = await document.getMetadata()
  const tree = nodesOf((await page.getStructTree()) as Node)
  const annotations = (await page.getAnnotations()) as { url?: string }[]
  const read = {
    text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    title: (info as { Title: string }).Title,
    lang: lang ?? '',
    pages: document.numPages,
    links: annotations.flatMap(({ url }) => url ?? []),
    tags: tree.flatMap(({ role }) => role ?? []),
    alts: tree.flatMap(({ alt }) => alt ?? []),
    attachments: Object.keys((await document.getAttachments()) ?? {}),
  }
  await task.destroy()
  return read
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)]
}
