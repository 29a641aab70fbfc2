// The links of PDFs that other programs made, as our reader finds them.
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import PDFKit from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { linksOf, recordsLinkedFrom } from '../shared/paper.ts'

const ORIGIN = 'https://lssc.example'
const RECORD = `${ORIGIN}/c/7K3M-9QXD-4T29`
const RESUME = [
  'https://example.org/me',
  RECORD,
  `${RECORD}/lssc-certificate.pdf`,
  'https://evil.example/c/7K3M-9QXD-4T29',
]

async function byPdfLib(useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage()
  const links = RESUME.map((address) =>
    document.context.register(
      document.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 100, 20],
        A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
      }),
    ),
  )
  page.node.set(PDFName.of('Annots'), document.context.obj(links))
  return document.save({ useObjectStreams })
}

async function byPdfKit(): Promise<Uint8Array> {
  const document = new PDFKit({ compress: true })
  const parts: Uint8Array[] = []
  document.on('data', (part: Uint8Array) => parts.push(part))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const address of RESUME) document.text(address, { link: address })
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}

describe('a resume whose links are', () => {
  test.for([
    ['plain, by pdf-lib', () => byPdfLib(false)],
    ['packed in object streams, by pdf-lib', () => byPdfLib(true)],
    ['made by pdfkit', byPdfKit],
  ] as const)('%s', async ([, make]) => {
    const pdf = await make()
    expect(await linksOf(pdf)).toEqual(RESUME)
    expect(await recordsLinkedFrom(pdf, ORIGIN)).toEqual([RECORD])
  })
})
