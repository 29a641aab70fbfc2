/** Verifies whatever someone presents: a number, a link, a share link, a token, a copy of one, or a thing that we can only name. */
import { withAnswer } from '../../shared/answer.ts'
import { type Copy, openCopy, readCopy } from '../../shared/copies.ts'
import type { JsonObject } from '../../shared/json.ts'
import { looksLike } from '../../shared/looks-like.ts'
import { readPresented } from '../../shared/presented.ts'
import { readShareLink } from '../../shared/share-link.ts'
import { verdictWithout } from '../../shared/verdict.ts'
import { verifyDocument } from '../../shared/verify-document.ts'
import { type AnyVerdict, verifyAny } from '../../shared/verify-view.ts'
import { isView } from '../../shared/view.ts'
import type { Desk } from '../desk.ts'
import { trustOf } from '../trust.ts'
import { judgeNumber, lookUp } from './look-up.ts'
import { aboutCopy, openShare } from './open-share.ts'

/** @returns always a verdict: a bad credential is an answer */
export async function verifyPresented(desk: Desk, input: string): Promise<AnyVerdict> {
  return verifyCopy(desk, readCopy(input))
}

/**
 * Verifies a file: a token, JSON, or a picture that carries one of them.
 * @returns always a verdict
 */
export async function verifyFile(desk: Desk, file: Uint8Array): Promise<AnyVerdict> {
  return verifyCopy(desk, openCopy(file))
}

async function verifyCopy(desk: Desk, copy: Copy): Promise<AnyVerdict> {
  switch (copy.kind) {
    case 'picture':
      return verdictWithout('malformed', desk.now(), 'server', 'picture')
    case 'document':
      return verifyForm(desk, copy.document)
    case 'text':
      return verifyText(desk, copy.text)
  }
}

/** Of a record that was erased there is nothing on file to compare a copy with: that it was erased is what is told. */
async function verifyForm(desk: Desk, document: JsonObject): Promise<AnyVerdict> {
  const [found] = await lookUp(desk, [String(document.id).slice(-14)])
  if (found?.state === 'erased') return verdictWithout('erased', desk.now(), 'server')
  return withWhatWeKnow(desk, await verifyDocument(document, trustOf(desk), 'server'))
}

async function verifyText(desk: Desk, input: string): Promise<AnyVerdict> {
  const trust = trustOf(desk)
  const secret = readShareLink(input, desk.issuer.origin)
  if (secret !== null) return (await openShare(desk, secret, trust)).verdict
  const presented = readPresented(input, desk.issuer.origin)
  switch (presented.kind) {
    case 'unreadable':
      return verdictWithout('malformed', desk.now(), 'server', looksLike(input, presented.looksLike))
    case 'number':
      return judgeNumber(desk, presented.number, trust)
    case 'token': {
      const verdict = await verifyAny(presented.token, trust, 'server')
      return withWhatWeKnow(desk, verdict)
    }
  }
}

/** A token held already still verifies, also of a private record; since when and why is told where it may be. */
async function withWhatWeKnow(desk: Desk, verdict: AnyVerdict): Promise<AnyVerdict> {
  const { credential } = verdict
  if (!credential) return verdict
  try {
    if (isView(credential)) return await aboutCopy(desk, verdict, credential.id)
    const [found] = await lookUp(desk, [credential.number])
    return withAnswer(verdict, found)
  } catch (error) {
    console.error(error)
    return verdict
  }
}
