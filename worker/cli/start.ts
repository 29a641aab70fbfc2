/**
 * npm start                  the whole service on this machine, with demonstration data
 * npm start -- --fresh       forgets what is here and begins again
 * npm start -- --fresh --port 9000
 */
import { parseArgs } from 'node:util'
import { build } from './build.ts'
import { forgetDemo, makeDemo, makeLinks, readDemo } from './demo.ts'
import { choose } from './demo-choices.ts'
import { cookieOf, findGraduates } from './graduates.ts'
import { issuerHere, keysHere } from './here.ts'
import { seed } from './seed.ts'
import { welcome } from './welcome.ts'
import { applyMigrations, makeRounds, refuseSecondStart, startWrangler, untilHealthy } from './wrangler.ts'

const { values } = parseArgs({
  options: { fresh: { type: 'boolean' }, port: { type: 'string', default: '8787' } },
})
const origin = `http://localhost:${values.port}`

try {
  await refuseSecondStart(Number(values.port))
  if (values.fresh) forgetDemo()
  const demo = readDemo() ?? (await makeDemo(origin))
  if (demo.origin !== origin) {
    throw new Error(
      `The records here were made for ${demo.origin}, and their links begin with it. ` +
        `Start with --port ${new URL(demo.origin).port}, or begin again with --fresh --port ${values.port}.`,
    )
  }
  console.log('Preparing the database …')
  await applyMigrations()
  console.log('Building the badge …')
  await build({ issuer: issuerHere(), keys: await keysHere(), log: () => {} })
  const links = makeLinks(origin)
  console.log('Starting …')
  startWrangler(Number(values.port))
  await untilHealthy(origin)
  const seeded = await seed(demo)
  await makeRounds(origin)
  const staffCookie = await cookieOf(origin, links.own)
  if (seeded) await choose(origin, seeded, staffCookie)
  await welcome(demo, links, await findGraduates(demo, staffCookie))
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
