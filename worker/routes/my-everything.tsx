/** Everything that is held about a holder: in words, and as a file. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { holderPage } from '../http/holder.ts'
import { EverythingPage } from '../my/everything.tsx'
import { myFrame } from '../my/layout.tsx'
import { gatherHeld } from '../services/gather-held.ts'

export const myEverything = handlers(serves('holder'), holderPage(), (c) =>
  c.html(<EverythingPage frame={myFrame(c)} number={c.var.held.number} />),
)

export const myEverythingFile = handlers(serves('holder'), holderPage(), async (c) => {
  const { number } = c.var.held
  c.header('Content-Disposition', `attachment; filename="lssc-${number}-everything.json"`)
  c.header('Content-Type', 'application/json')
  return c.body(JSON.stringify(await gatherHeld(c.var.desk, number), null, 2))
})
