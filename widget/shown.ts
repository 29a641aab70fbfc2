/** From what a check found to all that pill, row and card draw from. */
import type { SetId } from '../shared/areas.ts'
import { recordUrl } from '../shared/issuer.ts'
import { readJobAreas } from '../shared/job-areas.ts'
import { isTestNumber } from '../shared/number.ts'
import { type Telling, tell, tellTime } from '../shared/telling.ts'
import type { Verdict } from '../shared/verdict.ts'
import { en as words } from '../shared/words/en.ts'
import type { Words } from '../shared/words/words.ts'
import type { Settled, Whose } from './check.ts'
import { issuer } from './issuer.ts'

/** All that a variant draws from. */
export interface Shown {
  telling: Telling
  words: Words
  /** The record's page at the issuer's; the service's own where no number is known. */
  link: string
  number?: string | undefined
  successor?: string | undefined
  /** The date stamp; absent where nothing was read. */
  stamp?: string | undefined
  /** How the record compares with the applicant, where that was asked. */
  whose?: { differs: boolean; lines: string[] } | undefined
  /** The areas that the job names, where that was asked. */
  related?: ReadonlySet<SetId> | undefined
  demo: boolean
  retry: () => void
}

/**
 * @param asked the number that the page asks about, where it named one
 * @param jobAreas as the page wrote them
 * @param appliedOn YYYY-MM-DD, as the page wrote it
 */
export function show(
  { verdict, number, whose }: Settled | { verdict: 'checking'; number?: string | undefined; whose?: Whose },
  asked: string | undefined,
  jobAreas: string | undefined,
  appliedOn: string,
  retry: () => void,
): Shown {
  const related = jobAreas === undefined ? [] : readJobAreas(jobAreas)
  const telling = tell(verdict, issuer, {
    words,
    ...(number ? { lookedUp: number } : {}),
    related,
    appliedOn,
  })
  const { circumstances, test } = verdict as Partial<Verdict>
  const successor = circumstances?.successor
  const record = number ?? asked
  return {
    telling,
    words,
    number,
    link: record ? recordUrl(issuer.origin, record) : issuer.origin,
    successor: successor?.startsWith(`${issuer.origin}/`) ? successor : undefined,
    stamp:
      typeof verdict === 'object'
        ? words.stamp(verdict.state, tellTime(verdict.checkedAt, words.lang), telling.facts.asOf)
        : undefined,
    whose: whose && { differs: whose.result === 'different', lines: tellWhose(whose) },
    related: jobAreas === undefined ? undefined : new Set(related.map(({ set }) => set)),
    demo: issuer.demo || test || isTestNumber(record ?? ''),
    retry,
  }
}

/** Names are told apart from the sentence around them, whichever way each of them runs. */
function tellWhose({ result, record, application, emailDiffers }: Whose): string[] {
  const isolated = (name: string) => `\u2068${name}\u2069`
  const line = words.whose[result]({ record: isolated(record), application: isolated(application) })
  return emailDiffers ? [line, words.emailDiffers] : [line]
}
