/** What stands below a record: what LSSC is, what was and was not checked, and who answers for it. */
import { bare, type Issuer } from '../../shared/issuer.ts'
import type { CheckLine, Icon as IconName, Telling } from '../../shared/telling.ts'
import { en } from '../../shared/words/en.ts'
import { Icon } from './icons.tsx'

export function Explainer({ telling }: { telling: Pick<Telling<unknown>, 'explainer' | 'record'> }) {
  return (
    <section>
      <h2>{en.labels.what}</h2>
      <p>{telling.explainer}</p>
      <p class="screen">
        <a href="/achievements/lssc">The ten areas, and what each covers</a>
      </p>
      {telling.record && (
        <>
          <h2>{en.labels.notProved}</h2>
          <p>{en.notProved}</p>
        </>
      )}
    </section>
  )
}

export function Checks({ telling }: { telling: Pick<Telling, 'checks' | 'tone'> }) {
  if (telling.checks.length === 0) return null
  return (
    <section>
      <h2>{en.labels.checked}</h2>
      <ul class={`checks ${telling.tone}`}>
        {telling.checks.map((line) => (
          <li class={line.result}>
            <Icon name={iconOf(line)} label={RESULTS[line.result]} />
            <span>{line.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const RESULTS: Record<CheckLine['result'], string> = {
  passed: 'Passed:',
  failed: 'Not passed:',
  'not-checked': 'Not checked:',
}

function iconOf({ check, result }: CheckLine): IconName {
  if (result === 'passed') return 'yes'
  if (result === 'not-checked') return 'unread'
  if (check === 'not-on-hold') return 'hold'
  return check === 'within-dates' || check === 'not-replaced' ? 'ended' : 'out'
}

export interface WhoAnswersProps {
  issuer: Issuer
  /** Of the record to ask about, where there is one. */
  number?: string
  /** Is that a record of the issuer's own, which something may be wrong with? */
  isRecord?: boolean
}

export function WhoAnswers({ issuer, number, isRecord }: WhoAnswersProps) {
  return (
    <section>
      <h2>Who answers for it</h2>
      {issuer.demo ? (
        <p>
          Nobody: this is a demonstration. The people it names are invented, and nothing it shows is a real
          certification.
        </p>
      ) : (
        <p>
          {issuer.name} ({issuer.short}) issues, renews and withdraws this certification, and runs this page.
          To be sure of that, look its telephone number up elsewhere, and ask
          {number && (
            <>
              {' '}
              about <span class="code">{number}</span>
            </>
          )}
          .
          {issuer.linkedFrom && (
            <>
              {' '}
              Its own site leads here, too, from <a href={issuer.linkedFrom}>{bare(issuer.linkedFrom)}</a>.
            </>
          )}
          {issuer.hours && <> Office hours: {issuer.hours}.</>}
        </p>
      )}
      {isRecord && (
        <p class="soft screen">
          Something wrong with this record?{' '}
          <a href={`/help/correction?code=${number}`}>Tell {issuer.short}</a> ·{' '}
          <a href={`/help/misuse?code=${number}`}>Report misuse</a> · Is it yours?{' '}
          <a href={`/my/${number}`}>Open your own page</a>
        </p>
      )}
    </section>
  )
}
