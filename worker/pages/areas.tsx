/** The areas that a holder passed, each with how and when; those that the ad names come first. */
import type { Child } from 'hono/jsx'
import { siteOf } from '../../shared/own-work.ts'
import type { EarnedArea } from '../../shared/record.ts'
import type { AreaLine, RecordTelling } from '../../shared/telling.ts'
import { en } from '../../shared/words/en.ts'

/** @param aside a word of the state, outside `valid` */
export interface AreasProps {
  record: RecordTelling
  aside: Child
  id: string
  /** Who has not checked what a holder added. */
  issuer: string
}

export function Areas({ record, aside, id, issuer }: AreasProps) {
  const named = (line: AreaLine) => line.phrases.length > 0
  const groups = [
    { title: en.labels.named, lines: record.areas.filter(named) },
    { title: en.labels.chosen, lines: record.areas.filter((line) => !named(line) && !line.everyHolder) },
    { title: en.everyHolderAlso, lines: record.areas.filter((line) => !named(line) && line.everyHolder) },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <section class="areas" aria-labelledby={id}>
      <h2 id={id}>
        {en.labels.areas} {aside}
      </h2>
      {groups.map(({ title, lines }) => (
        <>
          <h3>{title}</h3>
          <ul class="ruled">
            {lines.map((line) => (
              <Area
                line={line}
                earned={record.credential.areas.find(({ set }) => set === line.set)}
                issuer={issuer}
              />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

interface AreaProps {
  line: AreaLine
  earned: EarnedArea | undefined
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
        <p>{line.how}</p>
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

function detailsOf({ contactHours, delivery, instructor }: EarnedArea): string {
  return [contactHours && `${contactHours} contact hours`, delivery, instructor && `taught by ${instructor}`]
    .filter(Boolean)
    .join(' · ')
}

function isLink(url: string): boolean {
  return url.startsWith('https://')
}
