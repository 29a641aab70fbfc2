// Every form of a record, opened by programs that we did not write.
import { beforeAll, describe, expect, inject } from 'vitest'
import type { Verdict } from '../../shared/verdict.ts'
import { issueGraduates } from '../support/graduates.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'
import { staff } from '../support/staff.ts'
import { askDcc, askDidJwt, bakedJson, objections, qrIn, sizeOf } from '../support/verifiers.ts'

const origin = inject('origin')

async function bytesAt(path: string): Promise<Uint8Array> {
  const response = await fetch(origin + path)
  expect(response.status, path).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const textAt = async (path: string) => new TextDecoder().decode(await bytesAt(path))
const formOf = async (number: string) => JSON.parse(await textAt(`/c/${number}/credential.json`))

async function verdictAbout(number: string): Promise<Verdict> {
  return (await (await fetch(`${origin}/api/v1/credentials/${number}`)).json()).verdict
}

async function verified(body: BodyInit, type: string): Promise<Verdict> {
  const init = { method: 'POST', headers: { 'Content-Type': type }, body }
  return (await (await fetch(`${origin}/api/v1/verifications`, init)).json()).verdict
}

describe('each sample graduate', () => {
  let numbers: Map<string, string>
  beforeAll(async () => {
    numbers = await issueGraduates(origin)
  }, 60_000)

  test('has every form, and others open it', { timeout: 120_000 }, async () => {
    expect(numbers.size).toBe(44)
    for (const [id, number] of numbers) {
      const [verdict, token, form] = [
        await verdictAbout(number),
        await textAt(`/c/${number}/credential.jwt`),
        await formOf(number),
      ]
      const name = verdict.credential?.holder.display
      const { steps, schema } = await askDcc(form)
      expect({ id, ...steps }).toEqual({
        id,
        valid_signature: true,
        revocation_status: verdict.state !== 'revoked',
        expiration: Date.parse(form.validUntil) > Date.now(),
        registered_issuer: false,
      })
      expect([id, schema, ...objections(form)]).toEqual([id, true])

      const payload = await askDidJwt(token, origin)
      expect([id, ...objections({ ...payload, proof: form.proof })]).toEqual([id])
      expect(JSON.stringify([payload, form]).split(JSON.stringify(name)).length, id).toBeGreaterThanOrEqual(3)

      const png = await bytesAt(`/c/${number}/badge.png`)
      expect(sizeOf(png)).toEqual({ width: 640, height: 680 })
      expect(JSON.parse(bakedJson(png))).toEqual(form)
      expect(qrIn(await bytesAt(`/c/${number}/qr.png`))).toBe(`${origin}/c/${number}`)
    }
  })

  test('has drawings that a browser reads and shows', { timeout: 120_000 }, async ({ page }) => {
    await page.goto(`${origin}/healthz`)
    for (const number of numbers.values()) {
      const [badge, code] = [await textAt(`/c/${number}/badge.svg`), await textAt(`/c/${number}/qr.svg`)]
      const token = await textAt(`/c/${number}/credential.jwt`)
      const read = await page.evaluate(
        (texts) =>
          texts.map((text) => {
            const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
            const [first] = root.children
            return [root.namespaceURI, first?.namespaceURI, first?.localName, first?.getAttribute('verify')]
          }),
        [badge, code],
      )
      const svg = 'http://www.w3.org/2000/svg'
      expect(read[0]).toEqual([svg, 'https://purl.imsglobal.org/ob/v3p0', 'credential', token])
      expect(read[1]?.slice(0, 3)).toEqual([svg, svg, 'rect'])
    }
  })
})

describe('one record', () => {
  let number: string
  let form: Record<string, unknown>
  beforeAll(async () => {
    number = (await issueAt(origin)).number
    form = await formOf(number)
  })

  test('its pictures are shown, and the drawn code is one that a camera reads', async ({ page }) => {
    for (const [file, width] of [
      ['badge.png', 640],
      ['badge.svg', 640],
    ] as const) {
      const type = file.endsWith('png') ? 'image/png' : 'image/svg+xml'
      const data = Buffer.from(await bytesAt(`/c/${number}/${file}`)).toString('base64')
      await page.setContent(`<img alt="" src="data:${type};base64,${data}">`)
      const shown = await page
        .locator('img')
        .evaluate((image) =>
          (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth),
        )
      expect([file, shown]).toEqual([file, width])
    }
    const code = Buffer.from(await bytesAt(`/c/${number}/qr.svg`)).toString('base64')
    await page.setContent(`<img alt="" width="360" src="data:image/svg+xml;base64,${code}">`)
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode())
    expect(qrIn(await page.screenshot())).toBe(`${origin}/c/${number}`)
  })

  test('a character of any signed text is another: its signature no longer holds', {
    timeout: 60_000,
  }, async () => {
    const places = textsIn(form).filter(([path]) => path[0] !== '@context' && path[0] !== 'proof')
    expect(places.length).toBeGreaterThan(100)
    // Every seventh place, so that each kind of member comes up.
    for (const [path, text] of places.filter((_, i) => i % 7 === 0)) {
      const changed = structuredClone(form)
      put(
        changed,
        path,
        text.replace(/[a-z0-9](?=[^a-z0-9]*$)/i, (last) => (last === 'e' ? 'a' : 'e')),
      )
      const { steps, errors } = await askDcc(changed)
      expect([path.join('.'), steps.valid_signature ?? false]).toEqual([path.join('.'), false])
      // Where a word of JSON-LD or an address is another, it gives up before it comes to the signature.
      if (PLAIN.has(String(path.at(-1)))) expect([path, ...errors]).toContain('invalid_signature')
    }
  })

  test('a proof of which a character is another does not hold either', async () => {
    const [proof] = form.proof as [{ proofValue: string }]
    const value = proof.proofValue
    const other = value.slice(0, 40) + (value[40] === 'a' ? 'b' : 'a') + value.slice(41)
    const { errors } = await askDcc({ ...form, proof: [{ ...proof, proofValue: other }] })
    expect(errors).toContain('invalid_signature')
  })

  test('a token of which a character is another is refused by did-jwt, too', async () => {
    const token = await textAt(`/c/${number}/credential.jwt`)
    for (const at of [30, 3000, token.length - 20]) {
      const other = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      await expect(askDidJwt(other, origin)).rejects.toThrow()
    }
  })

  test('our own verifier opens every form, however it is sent', async () => {
    const forms = [
      ['credential.jwt', 'text/plain'],
      ['credential.json', 'application/vc'],
      ['badge.png', 'image/png'],
      ['badge.svg', 'image/svg+xml'],
    ] as const
    for (const [file, type] of forms) {
      const verdict = await verified((await bytesAt(`/c/${number}/${file}`)) as Uint8Array<ArrayBuffer>, type)
      expect([file, verdict.state, verdict.credential?.number]).toEqual([file, 'valid', number])
    }
  })

  test('a wallet that refreshes it gets the JSON form', async () => {
    const { id } = form.refreshService as { id: string }
    const response = await fetch(id, { headers: { Accept: 'application/ld+json, application/json' } })
    expect(response.headers.get('Content-Type')).toBe('application/ld+json')
    expect(await response.json()).toEqual(form)
  })
})

test('a withdrawn record is read as withdrawn by others, from our list', async () => {
  const { number } = await issueAt(origin)
  const form = await formOf(number)
  expect((await askDcc(form)).steps.revocation_status).toBe(true)
  for (const { key } of staff.slice(0, 2)) {
    const headers = {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    }
    const body = JSON.stringify({ act: 'revoke', reason: 'issued-in-error' })
    await fetch(`${origin}/api/v1/credentials/${number}/events`, { method: 'POST', headers, body })
  }
  const { steps } = await askDcc(await formOf(number))
  expect(steps).toMatchObject({ valid_signature: true, revocation_status: false })
})

/** Members whose texts mean nothing to JSON-LD. */
const PLAIN = new Set(
  'name description narrative identityHash salt licenseNumber phone caption targetName targetCode value genre'.split(
    ' ',
  ),
)

type Path = (string | number)[]

function textsIn(value: unknown, path: Path = []): [Path, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]))
}

function put(value: Record<string, unknown>, [name = '', ...rest]: Path, text: string): void {
  if (rest.length === 0) value[name] = text
  else put(value[name] as Record<string, unknown>, rest, text)
}
