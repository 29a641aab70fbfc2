/**
 * Prepares the certificate on paper: from the number to the bytes of a PDF. It is made each time it is asked for and
 * kept nowhere, so that none lies about with an earlier name.
 */
import harfbuzz from 'harfbuzzjs/dist/harfbuzz.wasm'
import { utf8 } from '../../shared/bytes.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { isTestNumber } from '../../shared/number.ts'
import { tell } from '../../shared/telling.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { drawCertificate, TooMuch } from '../paper/certificate.ts'
import type { Attached } from '../paper/embedded.ts'
import { openShaper } from '../paper/harfbuzz.ts'
import { NoFont, Typesetter } from '../paper/typeset.ts'
import { tellPaper } from '../paper/words.ts'
import { qrModules } from '../qr.ts'
import { trustOf } from '../trust.ts'
import { officeDay } from '../when.ts'
import { loadFonts, type Shelf } from './load-fonts.ts'
import { judge, lookUp, refuseUnseen } from './look-up.ts'

/**
 * The certificate of a record that is in force, or that ended in its time.
 * @param withToken the signed token travels in it as a file
 * @throws Problem `no-such-record` (as for one that is answered as if unknown), `private-record`, `erased-record`;
 * `no-paper` for a record that is withdrawn, on hold, replaced or not checked, and for a name or a length that paper
 * cannot hold; `not-built`
 */
export async function preparePaper(
  desk: Desk,
  shelf: Shelf,
  number: string,
  withToken: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const [found] = await lookUp(desk, [number])
  const verdict = await judge(desk, found ?? { number, state: 'not-found' }, trustOf(desk))
  refuseOthers(desk, number, verdict)
  const issuer = isTestNumber(number) ? { ...desk.issuer, demo: true } : desk.issuer
  const text = tellPaper(tell(verdict, issuer, { words: en }), issuer, officeDay(desk.now()))
  const token = found && !found.state && withToken ? found.token : undefined
  try {
    const { index, files } = await loadFonts(shelf, textsOf(text))
    const type = new Typesetter(await openShaper(harfbuzz), index, files)
    return await drawCertificate(
      type,
      text,
      qrModules(text.url),
      desk.now(),
      token ? attached(token) : undefined,
    )
  } catch (error) {
    if (error instanceof NoFont || error instanceof TooMuch) throw noPaper(desk, number, whyPrint(error))
    throw error
  }
}

/** Paper says nothing of a record that is not shown, and never lets one that does not stand look as if it did. */
function refuseOthers(desk: Desk, number: string, verdict: Verdict): void {
  refuseUnseen(verdict.state)
  switch (verdict.state) {
    case 'valid':
    case 'expired':
      return
    default: {
      const { headline } = tell(verdict, desk.issuer, { words: en })
      throw noPaper(desk, number, `${headline}. A page on paper could not tell when that changes.`)
    }
  }
}

function noPaper(desk: Desk, number: string, detail: string): Problem {
  return new Problem('no-paper', { detail, see: recordUrl(desk.issuer.origin, number) })
}

function whyPrint(error: Error): string {
  const why =
    error instanceof NoFont
      ? 'It has a letter that our fonts for paper do not have.'
      : 'It says more than one page holds.'
  return `${why} Print the page of the record instead: it says the same.`
}

function attached(token: string): Attached {
  return {
    name: 'credential.jwt',
    type: 'application/vc+jwt',
    says: 'The signed record, for programs that verify it',
    bytes: utf8(token),
  }
}

/** Every text on the page, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
