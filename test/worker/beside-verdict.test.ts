// Beside the verdict, and only where it is asked: is it this applicant's, and what of it relates to the job?
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeDesk } from '../support/desk.ts'
import { ask, issueOne } from './office.ts'

let token = ''

beforeAll(async () => {
  ;({ token } = await issueOne(makeDesk(env)))
})

interface Answer {
  applicant?: { name: string; email: string }
  related?: { set: string; phrases: string[] }[]
}

async function inJson(request: object): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await ask('/api/v1/verifications', {
    method: 'POST',
    headers,
    body: JSON.stringify(request),
  })
  expect(response.status).toBe(200)
  return response.json<Answer>()
}

describe('beside the verdict', () => {
  const name = 'Darlene Whitcomb'
  const email = 'Darlene@Example.org '

  test('it is said whether name and address are the applicant’s', async () => {
    const whose = async (applicant: object) => (await inJson({ credential: token, applicant })).applicant
    expect(await whose({ name, email })).toEqual({ name: 'match', email: 'match' })
    expect(await whose({ name: 'Darlene Whitcombe' })).toEqual({ name: 'similar', email: 'not-compared' })
    expect(await whose({ name: 'Wilhelmina Ortega', email: 'someone@else.example' })).toEqual({
      name: 'different',
      email: 'email-different',
    })
    expect(await whose({})).toEqual({ name: 'not-compared', email: 'not-compared' })
  })

  test('nothing is compared with a credential that does not hold', async () => {
    const applicant = { name, email }
    const answer = await inJson({ credential: `${token.slice(0, -4)}AAAA`, applicant })
    expect(answer.applicant).toEqual({ name: 'not-compared', email: 'not-compared' })
  })

  test('the applicant’s data are nowhere in the answer, nor in the tables', async () => {
    const applicant = { name: 'Xanthippe Qwertzuiop', email: 'xanthippe@secret.example' }
    expect(JSON.stringify(await inJson({ credential: token, applicant }))).not.toMatch(/xanthippe|qwertz/i)
    const tables = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
    ).all<{ name: string }>()
    for (const { name } of tables.results) {
      const rows = await env.DB.prepare(`SELECT * FROM "${name}"`).all()
      expect(JSON.stringify(rows.results), name).not.toMatch(/xanthippe/i)
    }
  })

  test('the areas that a job names and the person has; never one that the person lacks', async () => {
    const related = async (job: object) =>
      (await inJson({ credential: token, job })).related?.map(({ set }) => set)
    expect(await related({ areas: ['technology', 'access-services'] })).toEqual(['technology'])
    expect(await related({ areas: ['gardening'] })).toEqual([])
    const ad = 'Plan and lead story times for children and teens; copy cataloging of new books.'
    expect(await related({ ad })).toEqual(['youth-services'])
  })

  test('without being asked, nothing of both', async () => {
    expect(Object.keys(await inJson({ credential: token }))).toEqual(['verdict'])
  })
})
