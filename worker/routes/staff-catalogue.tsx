/** The catalogue, as the code has it. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { staffPage } from '../http/session.ts'
import { readRelease } from '../services/read-release.ts'
import { CataloguePage } from '../staff/catalogue.tsx'
import { frameOf } from '../staff/layout.tsx'

export const catalogue = handlers(serves('console'), staffPage('viewer'), async (c) => {
  const { desk } = c.var
  const release = await readRelease(c.env.ASSETS, desk.issuer.origin).catch(() => null)
  return c.html(
    <CataloguePage frame={frameOf(c)} now={desk.now().toISOString()} release={release?.version ?? null} />,
  )
})
