// What becomes of a link when its record changes, when it ends, and when the record may not be seen.
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { endOf } from '../../shared/dates.ts'
import type { State } from '../../shared/verdict.ts'
import { prepareErasure } from '../../worker/services/erase.ts'
import { openShare } from '../../worker/services/open-share.ts'
import { rename } from '../../worker/services/rename.ts'
import { closeShare } from '../../worker/services/share.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { setVisibility, type Visibility } from '../../worker/store/credentials.ts'
import { trustOf } from '../../worker/trust.ts'
import { makeAward } from '../support/award.ts'
import { bitsOf, entryOf } from '../support/bits.ts'
import { makeDesk, NOW, overtaken } from '../support/desk.ts'
import { act, ada, anew, ask, change, issueOne, revoke, textOf } from './office.ts'
import { opened, shareOf, stateAt, tokenAt } from './shares.ts'

const desk = makeDesk(env)
const hold = { act: 'suspend', reason: 'paperwork' } as const

async function shared(changes: Parameters<typeof issueOne>[1] = {}, asked = {}) {
  const { number, token: main } = await issueOne(desk, changes)
  const share = await shareOf(number, asked)
  return { number, main, ...share, token: await tokenAt(share.path) }
}

/** How a copy reads: to whoever has only the published lists, and here. */
async function copy(token: string) {
  const { list, index } = entryOf(token)
  const standing = await bitsOf(await textOf(await ask(`${list}/standing.jwt`)))
  const revocation = await bitsOf(await textOf(await ask(`${list}.jwt`)))
  const bits = standing.slice(index * 2, index * 2 + 2)
  return { bits, withdrawn: revocation[index], state: (await verifyPresented(desk, token)).state }
}

const GOOD = { bits: '00', withdrawn: '0', state: 'valid' }
const REPLACED = { bits: '11', withdrawn: '0', state: 'superseded' }

async function see(number: string, visibility: Visibility): Promise<void> {
  await setVisibility(env.DB, number, visibility).run()
}

describe('what happens to a record', () => {
  test('reaches its links: on hold, off hold, withdrawn', async () => {
    const { number, path, token } = await shared()
    expect(await copy(token)).toEqual(GOOD)
    await act(desk, number, { ...hold, publicNote: 'Waiting for a form.' })
    expect(await copy(token)).toEqual({ bits: '01', withdrawn: '0', state: 'suspended' })
    expect((await opened(path)).text).toContain('On hold since November 22, 2026')
    await act(desk, number, { act: 'reinstate' })
    expect([await copy(token), await stateAt(path)]).toEqual([GOOD, 'valid'])
    await revoke(desk, number)
    expect(await copy(token)).toEqual({ bits: '10', withdrawn: '1', state: 'revoked' })
    expect((await opened(path)).text).toContain('Withdrawn on November 22, 2026')
  })

  test('is never undone: a withdrawn view stays withdrawn', async () => {
    const { number, id } = await shared()
    await revoke(desk, number)
    const undo = env.DB.prepare("UPDATE share_view SET standing = 'good' WHERE share = ?1").bind(id)
    await expect(undo.run()).rejects.toThrow('a withdrawal is final')
  })

  test('shows on the link when it is opened next, and the copy from before is replaced', async () => {
    const { number, main, path, token } = await shared()
    await change(desk, number, {
      act: 'correct',
      record: makeAward({ name: { display: 'Darlene Whitcomb-Ortiz', order: 'given-first' } }),
      note: 'married',
    })
    expect(await copy(token)).toEqual(REPLACED)
    const { text } = await opened(path)
    expect(text).toContain('Darlene Whitcomb-Ortiz')
    const newer = await tokenAt(path)
    expect(await copy(newer)).toEqual(GOOD)
    expect(entryOf(newer)).not.toEqual(entryOf(token))
    const stored = await env.DB.prepare(
      'SELECT version, jwt FROM share_view WHERE number = ?1 ORDER BY version',
    )
      .bind(number)
      .all()
    expect(stored.results).toEqual([
      { version: 1, jwt: token },
      { version: 2, jwt: newer },
    ])
    expect((await verifyPresented(desk, main)).state).toBe('superseded')
  })

  test('is signed once for each version, by however many it is opened at once', async () => {
    const { number, path, id } = await shared()
    await change(desk, number, { act: 'correct', record: makeAward({ region: 'TX' }), note: 'moved' })
    const tokens = await Promise.all(Array.from({ length: 5 }, () => tokenAt(path)))
    expect(new Set(tokens).size).toBe(1)
    const leaves = await env.DB.prepare(
      "SELECT COUNT(*) AS n FROM leaf WHERE number = ?1 AND kind = 'share-renewed'",
    )
      .bind(number)
      .first<number>('n')
    expect(leaves).toBe(1)
    const views = await env.DB.prepare('SELECT COUNT(*) AS n FROM share_view WHERE share = ?1')
      .bind(id)
      .first<number>('n')
    expect(views).toBe(2)
  })

  test('never slips in between: a view is of the record as it stands when it is stored', async () => {
    const { number, secret } = await shared()
    await change(desk, number, { act: 'correct', record: makeAward({ region: 'TX' }), note: 'moved' })
    const late = {
      ...desk,
      db: overtaken(env.DB, async () => {
        await change(desk, number, { act: 'correct', record: makeAward({ region: 'ME' }), note: 'moved' })
        await act(desk, number, hold)
      }),
    }
    const { verdict, share } = await openShare(late, secret, trustOf(desk))
    expect([verdict.state, share?.version]).toEqual(['suspended', 3])
  })

  test('and a link made in that moment stands as the record does', async () => {
    const { number } = await issueOne(desk)
    const late = makeDesk(env)
    const racing = { ...late, db: overtaken(env.DB, () => act(desk, number, hold)) }
    const { path } = await shareOf(number, {}, racing as typeof desk)
    expect(await stateAt(path)).toBe('suspended')
  })

  test('an expired record is shown as one that was earned', async () => {
    const { path, token } = await shared({
      enrolledOn: '2019-02-01',
      certifiedOn: '2021-06-15',
      expiresOn: '2025-06-15',
      areas: areasOf2020(),
    })
    expect(await stateAt(path)).toBe('expired')
    expect((await copy(token)).state).toBe('expired')
  })
})

function areasOf2020() {
  return makeAward().areas.map((area) => ({ ...area, completedOn: '2020-10-01' }))
}

describe('a link ends', () => {
  test('at the end of its last day in the last U.S. zone, and not before', async () => {
    const { path, secret, token } = await shared()
    const at = async (instant: string) => {
      const then = makeDesk(env, instant)
      return [
        (await openShare(then, secret, trustOf(then))).verdict.state,
        (await verifyPresented(then, token)).state,
        (await verifyPresented(then, `${env.ORIGIN}${path}`)).state,
      ]
    }
    const last = endOf('2026-12-31')
    expect(await at(last)).toEqual(['valid', 'valid', 'valid'])
    const after = new Date(new Date(last).getTime() + 1000).toISOString()
    expect(await at(after)).toEqual(['link-ended', 'link-ended', 'link-ended'])
    // Nor is the view itself handed out, whose own signature says the same.
    const then = makeDesk(env, after)
    expect((await openShare(then, secret, trustOf(then))).share).toBeUndefined()
  })

  test('when its holder ends it: the page says when, and no more', async () => {
    const { number, id, path, token } = await shared()
    await closeShare(desk, number, id, anew())
    const { status, text } = await opened(path)
    expect(status).toBe(200)
    expect(text).toContain('This link ended on November 22, 2026')
    for (const hidden of ['Darlene', 'Technology', 'credential.jwt']) expect(text).not.toContain(hidden)
    expect(await copy(token)).toEqual({ ...REPLACED, state: 'link-ended' })
    expect((await ask(`${path}/credential.jwt`)).status).toBe(404)
  })

  test('and never begins again', async () => {
    const { number, id } = await shared()
    await closeShare(desk, number, id, anew())
    await closeShare(desk, number, id, anew())
    const again = env.DB.prepare('UPDATE share SET ended_at = NULL WHERE id = ?1').bind(id)
    await expect(again.run()).rejects.toThrow('this link has ended')
    const deeds = await env.DB.prepare(
      "SELECT COUNT(*) AS n FROM audit WHERE subject = ?1 AND act = 'share-ended'",
    )
      .bind(number)
      .first<number>('n')
    expect(deeds).toBe(1)
  })

  test('is nobody’s to do but its holder’s', async () => {
    const { id } = await shared()
    const { number: other } = await issueOne(desk)
    await expect(closeShare(desk, other, id, anew())).rejects.toMatchObject({ type: 'not-found' })
  })

  test('with a new number in a new name', async () => {
    const { number, path, token } = await shared()
    const name = { display: 'Dale Whitcomb', order: 'given-first' } as const
    await rename(desk, number, { name, note: 'e-mail of March 3' }, ada.name, anew())
    expect(await stateAt(path)).toBe('withheld')
    expect(await copy(token)).toEqual({ ...REPLACED, state: 'link-ended' })
    const { text } = await opened(path)
    expect(text).not.toContain('Whitcomb')
    await expect(shareOf(number)).rejects.toMatchObject({ type: 'conflict' })
  })
})

describe('a record that may not be seen', () => {
  test.each([
    ['withheld', 'withheld', 200],
    ['unknown', 'not-found', 404],
  ] as const)('is %s by every link, and seen again afterwards', async (visibility, state, status) => {
    const { number, path, token } = await shared()
    await see(number, visibility)
    const page = await opened(path)
    expect([page.status, await stateAt(path)]).toEqual([status, state])
    expect(page.text).not.toContain('Darlene')
    expect((await ask(`${path}/credential.jwt`)).status).toBe(404)
    expect((await verifyPresented(desk, `${env.ORIGIN}${path}`)).state).toBe(state)
    // Who holds a copy already can check it, as with the record's own.
    expect((await verifyPresented(desk, token)).state).toBe('valid')
    await see(number, 'link')
    expect(await stateAt(path)).toBe('valid')
  })

  test('"as if unknown" is told in the very words of a link that nobody made', async () => {
    vi.setSystemTime(NOW)
    const { number, path } = await shared()
    await see(number, 'unknown')
    const none = await opened(`/s/${'z'.repeat(24)}`)
    const hidden = await opened(path)
    expect(hidden.text.replaceAll(path, '')).toBe(none.text.replaceAll(`/s/${'z'.repeat(24)}`, ''))
    expect([...hidden.headers]).toEqual([...none.headers])
  })

  test('was removed while it was "as if unknown": its links stay unknown', async () => {
    const { number, path } = await shared()
    await see(number, 'unknown')
    await env.DB.batch(await prepareErasure(desk, number, ada.name))
    expect([(await opened(path)).status, await stateAt(path)]).toEqual([404, 'not-found'])
  })

  test('was removed: 410, nothing personal left, and copies read as removed or replaced', async () => {
    const { number, path, id, token } = await shared({}, { label: 'For the Zanzibar library' })
    await env.DB.batch(await prepareErasure(desk, number, ada.name))
    expect([(await opened(path)).status, await stateAt(path)]).toEqual([410, 'erased'])
    expect(await copy(token)).toEqual({ ...REPLACED, state: 'erased' satisfies State })
    const share = await env.DB.prepare('SELECT * FROM share WHERE id = ?1').bind(id).first()
    const view = await env.DB.prepare('SELECT * FROM share_view WHERE share = ?1').bind(id).first()
    expect(share).toMatchObject({ subject: '', label: '', fields: '[]', areas: '[]', opened: 0 })
    expect(view).toMatchObject({ jwt: null, standing: 'superseded' })
    await expect(shareOf(number)).rejects.toMatchObject({ type: 'conflict' })
  })
})
