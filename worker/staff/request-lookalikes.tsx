/** The records that a request may be about, and what leads to each. */
import { Row, Table } from '../pages/table.tsx'
import { recordStates } from '../record-state.ts'
import type { RequestKind } from '../request-kinds.ts'
import { type Lookalike, likenesses } from '../services/find-person.ts'
import { dayTold } from '../when.ts'

/** Where the act itself is done, for what is not done with the answer. */
const elsewhere: Partial<Record<RequestKind, [path: string, text: string]>> = {
  correction: ['correct', 'Correct it'],
  name: ['name', 'Change the name'],
}

export interface LookalikesProps {
  request: { id: string; kind: RequestKind }
  lookalikes: Lookalike[]
  /** Where the answer is about one of them already, and what it will say: choosing another keeps that. */
  chosen: string
  outcome?: string | undefined
  /** May this person act on it, and is it not decided yet? */
  acts: boolean
}

export function Lookalikes({ request, lookalikes, chosen, outcome, acts }: LookalikesProps) {
  const { id, kind } = request
  const act = elsewhere[kind]
  return (
    <section>
      <h2>Records that it may be about</h2>
      {lookalikes.length === 0 ? (
        <p>
          None has this code, number, name or address. <a href="/staff/find">Find a record</a>
          {acts && kind === 'claim' && (
            <>
              , or <a href={`/staff/issue?request=${id}`}>issue one</a>
            </>
          )}
          .
        </p>
      ) : (
        <Table heads={['Record', 'Why', 'Address on file', 'Certified', 'Last day', 'Next']}>
          {lookalikes.map((one) => (
            <Row
              head={
                <>
                  <a href={`/staff/records/${one.number}`}>
                    <bdi>{one.name.display}</bdi>
                  </a>{' '}
                  <span class="code soft">{one.number}</span>
                  {one.standing !== 'good' && <b> {recordStates[one.standing]}</b>}
                </>
              }
              cells={[
                ['Why', one.alike.map((like) => likenesses[like]).join(', ')],
                ['Address on file', one.email ?? 'none'],
                ['Certified', dayTold(one.certifiedOn)],
                ['Last day', dayTold(one.expiresOn)],
                [
                  'Next',
                  acts ? (
                    <span class="in-row">
                      {one.number === chosen ? (
                        <b>The answer is about it</b>
                      ) : (
                        <a href={answerAbout(id, one.number, outcome)}>Answer about it</a>
                      )}
                      {act && <a href={`/staff/records/${one.number}/${act[0]}?request=${id}`}>{act[1]}</a>}
                    </span>
                  ) : (
                    <a href={`/staff/records/${one.number}`}>Open it</a>
                  ),
                ],
              ]}
            />
          ))}
        </Table>
      )}
    </section>
  )
}

function answerAbout(id: string, number: string, answer?: string): string {
  return `/staff/requests/${id}?${new URLSearchParams({ ...(answer ? { answer } : {}), number })}#answer`
}
