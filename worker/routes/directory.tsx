/** The directory of those who want to be found. */
import { isSet } from '../../shared/areas.ts'
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { pageNumber } from '../http/input.ts'
import { DirectoryPage } from '../pages/directory.tsx'
import { readDirectory } from '../services/read-directory.ts'

const LONGEST = 100

export const directory = handlers(serves('public-page'), async (c) => {
  const typed = (name: string) => (c.req.query(name) ?? '').normalize('NFC').trim().slice(0, LONGEST)
  const area = typed('area')
  const asked = {
    name: typed('name'),
    area: isSet(area) ? area : '',
    state: typed('state'),
    page: pageNumber(c.req.query('page')),
  }
  const found = await readDirectory(c.var.desk, asked)
  return c.html(<DirectoryPage issuer={c.var.desk.issuer} asked={asked} directory={found} />)
})
