/** Finding records: one box for whatever is at hand, filters, and what was found. */
import { areas } from '../../shared/areas.ts'
import { stateNamed } from '../../shared/us-states.ts'
import { Choice, Field } from '../pages/fields.tsx'
import { addressOf, Pager } from '../pages/pager.tsx'
import { Row, Table } from '../pages/table.tsx'
import { recordStates } from '../record-state.ts'
import { may } from '../roles.ts'
import type { Found, FoundLine, Search } from '../services/find.ts'
import { dayTold } from '../when.ts'
import { Filter } from './filter.tsx'
import { type Frame, StaffLayout } from './layout.tsx'
import { StateOfRecord } from './record-state.tsx'

export interface FindPageProps {
  frame: Frame
  search: Search
  found: Found
  /** Proposals and withdrawals that wait for a second person. */
  waiting: number
}

export function FindPage({ frame, search, found, waiting }: FindPageProps) {
  const mayPropose = frame.staff !== undefined && may(frame.staff.role, 'issuer')
  return (
    <StaffLayout frame={frame} title="Find">
      <SearchForm search={search} found={found} />
      {waiting > 0 && (
        <p>
          <a href="/staff/approvals">
            {waiting === 1 ? '1 proposal waits' : `${waiting} proposals wait`} for a second person
          </a>
        </p>
      )}
      <h2>{told(search, found)}</h2>
      {found.unfolded > 0 && search.q !== '' && (
        <p class="aside">
          {found.unfolded} older records are not in the index of names yet. Search again to go on with them.
        </p>
      )}
      {found.total === 0 ? (
        <Nothing search={search} />
      ) : mayPropose ? (
        <form method="get" action="/staff/approvals/new">
          <Results lines={found.lines} choose />
          <div class="do">
            <button type="submit" class="button">
              Hold or withdraw the ticked records
            </button>
          </div>
        </form>
      ) : (
        <Results lines={found.lines} />
      )}
      <Pager path="/staff/find" asked={askedIn(search)} page={found.page} pages={found.pages} />
      {mayPropose && found.total > 0 && <Files search={search} total={found.total} />}
    </StaffLayout>
  )
}

function SearchForm({ search, found: { choices } }: { search: Search; found: Found }) {
  const { q, state, region, year, area } = search
  return (
    <Filter path="/staff/find" button="Find" narrowed={searchAt(search) !== '/staff/find'} class="find">
      <Field
        name="q"
        label="Name, number, office number or e-mail address"
        hint="Any part of a name, in any order, with or without accents. A number or a link that is typed in full opens its record."
        type="search"
        value={q}
        wide
      />
      <details open={[state, region, year, area].some(Boolean)}>
        <summary>Filter by status, year, place or area</summary>
        <div class="fields">
          <Choice
            name="state"
            label="Status today"
            value={state}
            none="Any"
            options={[
              ['in-force', 'All that are current'],
              ...Object.entries(recordStates),
              ['private', 'Private'],
            ]}
          />
          <Choice
            name="year"
            label="Certified in"
            value={year}
            none="Any year"
            options={choices.years.map((one) => [one, one])}
          />
          <Choice
            name="region"
            label="U.S. state, or region"
            value={region}
            none="Anywhere"
            options={choices.regions.map((one) => [`${one.country}-${one.region}`, placeOf(one)])}
          />
          <Choice
            name="area"
            label="Area"
            value={area}
            none="Any area"
            options={Object.entries(areas).map(([set, { label }]): [string, string] => [set, label])}
          />
        </div>
      </details>
    </Filter>
  )
}

/** @param choose with a box to tick beside each name */
export function Results({ lines, choose = false }: { lines: FoundLine[]; choose?: boolean }) {
  return (
    <Table heads={['Name', 'Number', 'Status today', 'Certified', 'Last day']}>
      {lines.map((line) => (
        <Row
          head={
            choose ? (
              <span class="ticked-name">
                <label class="tick">
                  <input type="checkbox" name="number" value={line.number} />
                  <span class="unseen">
                    Tick <bdi>{line.name.display}</bdi>
                  </span>
                </label>
                <Name {...line} />
              </span>
            ) : (
              <Name {...line} />
            )
          }
          cells={[
            ['Number', <Numbers {...line} />],
            ['Status today', <StateOfRecord {...line} />],
            ['Certified', <span class="day">{dayTold(line.certifiedOn)}</span>],
            ['Last day', <span class="day">{dayTold(line.expiresOn)}</span>],
          ]}
        />
      ))}
    </Table>
  )
}

function Name({ number, name: { display, native }, place }: FoundLine) {
  const where = placeOf(place)
  return (
    <span>
      <a href={`/staff/records/${number}`}>
        <bdi>{display}</bdi>
      </a>
      {native && !display.includes(native) && (
        <>
          {' '}
          <bdi class="soft">{native}</bdi>
        </>
      )}
      {where && <span class="soft place">{where}</span>}
    </span>
  )
}

function Numbers({ number, officeNumber }: FoundLine) {
  return (
    <span>
      <a class="code" href={`/staff/records/${number}`}>
        {number}
      </a>
      {officeNumber && <span class="soft office-number">{officeNumber}</span>}
    </span>
  )
}

function told({ q }: Search, { total, page, pages }: Found): string {
  const what = q ? ` for “${q}”` : ''
  if (total === 0) return `Nothing found${what}`
  const count = total === 1 ? '1 record' : `${total.toLocaleString('en-US')} records`
  return `${count}${what}${pages > 1 ? `, page ${page} of ${pages}` : ''}`
}

function Nothing({ search }: { search: Search }) {
  const filtered = [search.state, search.region, search.year, search.area].some(Boolean)
  return (
    <>
      <p>What may help:</p>
      <ul>
        {filtered && (
          <li>
            <a href={searchAt({ ...search, state: '', region: '', year: '', area: '' })}>
              Take the filters away
            </a>
            : they have to fit all at once.
          </li>
        )}
        <li>Type less: a surname alone, or its first letters. Former names are found, too.</li>
        <li>
          A number has 12 letters and digits; one that is mistyped finds nothing. Try the holder’s name
          instead.
        </li>
        <li>Someone who is still on the way to the certification has no record here yet.</li>
      </ul>
    </>
  )
}

function Files({ search, total }: { search: Search; total: number }) {
  const count = total === 1 ? 'this record' : `all ${total.toLocaleString('en-US')} records of this search`
  return (
    <>
      <h2>Take it away as a file</h2>
      <p>With {count}, names and addresses included. The audit says who took what.</p>
      <p class="do">
        <a class="button" href={searchAt(search, '.csv')}>
          Spreadsheet (CSV)
        </a>
        <a class="button" href={searchAt(search, '.ndjson')}>
          For programs (NDJSON)
        </a>
      </p>
    </>
  )
}

function askedIn({ page: _, ...asked }: Search): Record<string, string> {
  return asked
}

/** From its first page on, or all of it as a file. */
function searchAt(search: Search, file = ''): string {
  return addressOf(`/staff/find${file}`, askedIn(search))
}

function placeOf({ country, region }: { country: string; region: string }): string {
  if (country === 'US' && region) return stateNamed(region)
  const name = country ? (new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country) : ''
  return [name, region].filter(Boolean).join(': ')
}
