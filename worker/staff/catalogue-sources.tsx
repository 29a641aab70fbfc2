/** Who gives approved courses, and whose programs are recognized. */
import { agreements, coveredFrom } from '../../shared/catalogue/institutions.ts'
import { providers } from '../../shared/catalogue/providers.ts'
import type { Day } from '../../shared/dates.ts'
import { type SetId, sets } from '../../shared/programme.ts'
import { Row, Table } from '../pages/table.tsx'
import { dayTold } from '../when.ts'
import { isOpen, Source, span } from './catalogue-words.tsx'

export function Courses({ today }: { today: Day }) {
  return (
    <section id="courses">
      <h2>Approved courses</h2>
      <p class="soft">
        Codes and every day of approval are assumed until the office brings its own list; a day that is
        assumed is the day of the programme’s approval.
      </p>
      {providers.map(({ id, name, demo, courses, bundles = [], source }) => (
        <section>
          <h3>
            {name} <code>{id}</code>{' '}
            <span class="soft">{demo ? '(invented, for the demonstration)' : <Source url={source} />}</span>
          </h3>
          <Table heads={['Course', 'Title', 'Area', 'Approved', 'Today']}>
            {courses.map((course) => {
              const bundle = bundles.find((one) => one.courses.includes(course.code))
              return (
                <Row
                  head={<code>{`${id}/${course.code}`}</code>}
                  cells={[
                    [
                      'Title',
                      bundle ? `${course.title} (with ${others(bundle.courses, course.code)})` : course.title,
                    ],
                    ['Area', sets[course.set].label],
                    ['Approved', span(course.approvedFrom, course.approvedTo)],
                    ['Today', isOpen(today, course.approvedFrom, course.approvedTo) ? 'approved' : 'ended'],
                  ]}
                />
              )
            })}
          </Table>
        </section>
      ))}
    </section>
  )
}

export function Colleges({ today }: { today: Day }) {
  return (
    <section id="colleges">
      <h2>Recognized colleges</h2>
      <p class="soft">
        Only confirmed agreements. “Known since” is the day that a source vouches for; where it is an
        announcement, the agreement may be older. Without a day of its own, an agreement covers graduates of
        the two years before.
      </p>
      <Table
        heads={['College', 'Known since', 'Covers graduates since', 'Awards', 'Left open', 'Today', 'Source']}
      >
        {agreements.map((one) => (
          <Row
            head={
              <>
                {one.institution}, {one.state} <code>{one.id}</code>
              </>
            }
            cells={[
              ['Known since', `${dayTold(one.knownFrom)} (${one.known})`],
              [
                'Covers graduates since',
                `${dayTold(coveredFrom(one))}${one.retroactiveFrom ? '' : ' (assumed)'}`,
              ],
              [
                'Awards',
                Object.entries(one.awards ?? {})
                  .map(([code, award]) => `${award} (${code})`)
                  .join(', ') || 'not known',
              ],
              [
                'Left open',
                one.gaps ? `${one.gaps.sets.map(label).join(', ')}: ${one.gaps.remedy}` : 'nothing known',
              ],
              ['Today', isOpen(today, one.knownFrom, one.endedOn) ? 'in force' : `ended ${one.endedOn}`],
              ['Source', <Source url={one.source} />],
            ]}
          />
        ))}
      </Table>
    </section>
  )
}

function others(codes: string[], own: string): string {
  return codes.filter((code) => code !== own).join(', ')
}

function label(set: SetId): string {
  return sets[set].label
}
