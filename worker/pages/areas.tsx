/** The areas that a holder passed, each with how and when; those that the ad names come first. */
import type { Child } from 'hono/jsx'
import type { SetId } from '../../shared/areas.ts'
import type { Credential } from '../../shared/credential.ts'
import { siteOf } from '../../shared/own-work.ts'
import type { AreaLine, RecordTelling } from '../../shared/telling.ts'
import type { SharedArea, View } from '../../shared/view.ts'
import { en } from '../../shared/words/en.ts'

export interface AreasProps {
  record: RecordTelling<Credential | View>
  /** A word of the state, outside `valid`. */
  aside: Child
  id: string
  /** Who has not checked what a holder added. */
  issuer: string
  /** Those that the holder of a shared record put first. */
  first?: readonly SetId[] | undefined
}

export function Areas({ record, aside, id, issuer, first = [] }: AreasProps) {
  const named = (line: AreaLine) => line.phrases.length > 0 || first.includes(line.set)
  const groups = [
    {
      title: first.length > 0 ? 'Put first by the holder' : en.labels.named,
      lines: record.areas.filter(named),
    },
    { title: en.labels.chosen, lines: record.areas.filter((line) => !named(line) && !line.everyHolder) },
    { title: en.everyHolderAlso, lines: record.areas.filter((line) => !named(line) && line.everyHolder) },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <section class="areas" aria-labelledby={id}>
      <h2 id={id}>
        {record.areas.some(({ how }) => how !== '') ? en.labels.areas : 'Areas passed'} {aside}
      </h2>
      {groups.map(({ title, lines }) => (
        <>
          <h3>{title}</h3>
          <ul class="ruled">
            {lines.map((line) => (
              <Area
                line={line}
                earned={areasOf(record).find(({ set }) => set === line.set)}
                issuer={issuer}
              />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

function areasOf({ credential }: RecordTelling<Credential | View>): readonly SharedArea[] {
  return credential.areas
}

interface AreaProps {
  line: AreaLine
  earned: SharedArea | undefined
  issuer: string
}

function Area({ line, earned, issuer }: AreaProps) {
  const page = `/achievements/lssc/sets/${line.set}${earned ? `#${earned.statements}` : ''}`
  const details = earned && detailsOf(earned)
  return (
    <li>
      <a class="area" href={page}>
        {line.label}
      </a>
      <div>
        {line.how && <p>{line.how}</p>}
        {details && <p class="soft">{details}</p>}
        {earned?.contentUrl && isLink(earned.contentUrl) && (
          <p class="soft">
            <a href={earned.contentUrl} rel="nofollow">
              The course’s own description
            </a>
          </p>
        )}
        {earned?.products?.map(({ title, url }) => (
          <p class="soft">
            Own work:{' '}
            {isLink(url) ? (
              <>
                <a href={url} rel="nofollow ugc noopener">
                  <bdi>{title}</bdi>
                </a>{' '}
                ({siteOf(url)})
              </>
            ) : (
              <bdi>{title}</bdi>
            )}
            , added by its holder, not checked by {issuer}
          </p>
        ))}
        {line.phrases.length > 0 && (
          <p class="soft">
            <mark>{en.relates(line.phrases)}</mark>
          </p>
        )}
      </div>
    </li>
  )
}

function detailsOf({ contactHours, delivery, instructor }: SharedArea): string {
  return [contactHours && `${contactHours} contact hours`, delivery, instructor && `taught by ${instructor}`]
    .filter(Boolean)
    .join(' · ')
}

function isLink(url: string): boolean {
  return url.startsWith('https://')
}
