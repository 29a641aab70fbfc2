// Every way in which a credential or its status list can be wrong, and what the verifier must then say.
import type { Case } from '../support/corpus.ts'
import { claims } from './claims.corpus.ts'
import { headers } from './headers.corpus.ts'
import { issuers } from './issuers.corpus.ts'
import { listBits } from './list-bits.corpus.ts'
import { lists } from './lists.corpus.ts'
import { payloads } from './payloads.corpus.ts'
import { seals } from './seals.corpus.ts'
import { testIssuer } from './test-issuer.corpus.ts'
import { times } from './times.corpus.ts'

export const corpus: Case[] = [
  ...seals,
  ...headers,
  ...payloads,
  ...issuers,
  ...testIssuer,
  ...claims,
  ...lists,
  ...listBits,
  ...times,
]

/** The only cases that may ever be green. Whoever adds one says here why. */
export const green: Record<string, string> = {
  J00: 'the control',
  S00: 'the control of the lists',
  J15: 'a retired key, in its life',
  J15b: 'in its last second',
  J15c: 'as late as clocks differ',
  J15d: 'as early as clocks differ',
  J16e: 'a key that has become active since its set was cached',
  J21: 'the same record, signed with the other of two signatures',
  J26b: 'a member that nothing reads',
  J26c: 'a detail that nothing reads',
  J50c: 'a letter outside the basic plane',
  J51c: 'as deep as may be',
  J52d: 'as long as may be',
  S14n: 'the last entry of the list',
  S14o: 'the first entry of the list',
  S02: 'another entry is revoked',
  S02b: 'every other entry is revoked',
  S18b: 'a list in its last second',
  S27d: 'a status key in its life',
  'F-120': 'as far in the future as clocks differ',
  'F-1': 'a clock that is a second behind',
  F0: 'just signed',
  F899: 'fresh',
  F900: 'fresh to the second',
  'D-from-3600': 'begun',
  'D-from0': 'just begun',
  'D-from120': 'as early as clocks differ',
  'D-until-1000': 'not ended',
  'D-until0': 'its last second',
  'D-day': 'its last day',
  X00: 'the test issuer’s own number: shown under the banner',
  P01: 'on file',
  P04: 'good, explicitly',
}
