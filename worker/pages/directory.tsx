/** The directory of those holders who want to be found. */
import { areas } from '../../shared/areas.ts'
import type { Issuer } from '../../shared/issuer.ts'
import type { Directory, DirectoryAsked, ListedLine } from '../services/read-directory.ts'
import { Choice, Field } from './fields.tsx'
import { HelpHead } from './help.tsx'
import { Layout } from './layout.tsx'
import { Pager } from './pager.tsx'

export interface DirectoryPageProps {
  issuer: Issuer
  asked: DirectoryAsked
  directory: Directory
}

const areaOptions = Object.entries(areas).map(([set, { label }]): [string, string] => [set, label])

export function DirectoryPage({ issuer, asked, directory }: DirectoryPageProps) {
  const { name, area, state } = asked
  const narrowed = [name, area, state].some(Boolean)
  const { lines, total, page, pages, empty } = directory
  return (
    <Layout
      title="Directory of LSSC holders"
      description="Holders of the Library Support Staff Certification (LSSC) who have chosen to be listed, with the areas that they passed."
      issuer={issuer}
      url={`${issuer.origin}/directory`}
      noindex={narrowed || page > 1}
      head={<HelpHead />}
    >
      <h1>Directory of LSSC holders</h1>
      <p class="lead">
        Holders of the Library Support Staff Certification (LSSC) who have chosen to be listed here. Most have
        not: that someone is missing says nothing about them.
      </p>
      {empty ? (
        <Empty />
      ) : (
        <>
          <Search {...{ name, area, state }} states={directory.states} narrowed={narrowed} />
          <h2>{headline(total, narrowed)}</h2>
          {total === 0 ? (
            <p>
              Nobody who is listed fits. Take something away, or <a href="/">check a code</a>: most holders
              give theirs with their application.
            </p>
          ) : (
            <ul class="ruled listed">
              {lines.map((line) => (
                <Line {...line} />
              ))}
            </ul>
          )}
          <Pager path="/directory" asked={{ name, area, state }} page={page} pages={pages} />
        </>
      )}
      <h2>What this list is</h2>
      <p>
        It is in the order of names, and ranks nobody. Areas are passed, not graded. Days are those on record:
        open a record to see whether it is in force today. You hold an LSSC and want to be found, or no
        longer? <a href="/my">Decide on your own page</a>.
      </p>
    </Layout>
  )
}

function Empty() {
  return (
    <p>
      Nobody has chosen to be listed yet. That is no sign of how many people hold the certification: holders
      are listed only if they ask for it.
    </p>
  )
}

interface SearchProps extends Pick<DirectoryAsked, 'name' | 'area' | 'state'> {
  states: Directory['states']
  narrowed: boolean
}

function Search({ name, area, state, states, narrowed }: SearchProps) {
  return (
    <form class="ask" method="get" action="/directory">
      <Field name="name" label="Name" hint="Any part of it." type="search" value={name} />
      <Choice name="area" label="Area" value={area} none="Any area" options={areaOptions} />
      {states.length > 0 && (
        <Choice
          name="state"
          label="State"
          hint="Few list it."
          value={state}
          none="Any state"
          options={states}
        />
      )}
      <p class="do">
        <button type="submit" class="button filled">
          Show
        </button>
        {narrowed && (
          <a class="button" href="/directory">
            Show everyone listed
          </a>
        )}
      </p>
    </form>
  )
}

const headline = (total: number, narrowed: boolean) =>
  narrowed ? (total === 0 ? 'Nobody found' : 'Who fits') : 'Everyone who is listed'

function Line({ number, name, native, place, areas: passed, term }: ListedLine) {
  return (
    <li>
      <a class="area" href={`/c/${number}`}>
        <bdi>{name}</bdi>
        {native && (
          <>
            {' '}
            <bdi>{native}</bdi>
          </>
        )}
      </a>
      <div>
        <p>{passed.join(' · ')}</p>
        <p class="soft">
          {place && `${place} · `}
          {term}
        </p>
      </div>
    </li>
  )
}
