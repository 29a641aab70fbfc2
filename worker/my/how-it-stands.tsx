/** What to know before sending anything to anyone: how the record stands where not all is well, and whether it is seen. */
import type { Issuer } from '../../shared/issuer.ts'
import { isPrivate } from '../record-state.ts'
import type { OwnRecord } from '../services/read-own.ts'
import { tellOthers, tellOwn, type Way } from './standing.ts'

/** Is there anything true to put on a resume that a reader would find confirmed? */
export function hasKit({ standing }: OwnRecord): boolean {
  return standing === 'good'
}

export function HowItStands({ own, issuer }: { own: OwnRecord; issuer: Issuer }) {
  const { headline, says, ways } = tellOwn(own, issuer.phone)
  const kit = kitSays(own)
  return (
    <>
      {says.length > 0 && (
        <aside class="aside" aria-labelledby="stands">
          <h2 id="stands">{headline}</h2>
          {says.map((one) => (
            <p>{one}</p>
          ))}
          {kit && <p>{kit}</p>}
          {!hasKit(own) && <p>{tellOthers(own.visibility, own.telling)}</p>}
          <Ways ways={ways} />
        </aside>
      )}
      {hasKit(own) && <Hidden {...own} />}
    </>
  )
}

/** What can be done, the likely one first. */
export function Ways({ ways }: { ways: Way[] }) {
  if (ways.length === 0) return null
  return (
    <div class="do">
      {ways.map(({ text, href }, i) => (
        <a class={i === 0 ? 'button filled' : 'button'} href={href}>
          {text}
        </a>
      ))}
    </div>
  )
}

/** What becomes of the words of the resume kit. */
function kitSays({ telling: { state, facts } }: OwnRecord): string | null {
  switch (state) {
    case 'valid':
      return facts.provisionalUntil
        ? 'The words of your resume kit say “provisional”, as your page does.'
        : 'Once it is renewed, every line of your resume kit has the new date; your link and code stay.'
    case 'expired':
      return facts.graceUntil
        ? 'The words of your resume kit say when you held the certification, and leave out “current”.'
        : null
    case 'suspended':
      return 'A line that calls it current would not be true today, so your resume kit has none. It comes back, unchanged, when the hold ends.'
    case 'revoked':
      return 'Your resume kit has no line for it. Courses and degrees that you completed remain yours, and you can list each in its own right.'
    default:
      return null
  }
}

/** Whoever is sent a link that shows nothing should not be the one to find out. */
function Hidden({ visibility, number }: OwnRecord) {
  if (!isPrivate(visibility)) return null
  return (
    <aside class="aside" aria-labelledby="hidden">
      <h2 id="hidden">Your page is private at the moment</h2>
      <p>
        {visibility === 'withheld'
          ? 'Whoever opens your link or types your code reads “This record is private at the moment”, and nothing of what is in it.'
          : 'Whoever opens your link or types your code reads that no such record was found, as you chose.'}{' '}
        So does whoever opens one of your share links. Before you send an application,{' '}
        <a href={`/my/${number}/visibility`}>make it visible</a>.
      </p>
    </aside>
  )
}
