/** The files of a holder's record, and what each is for. */
import { recordUrl } from '../../shared/issuer.ts'
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { holderPage } from '../http/holder.ts'
import { MyFilesPage } from '../my/files.tsx'
import { myFrame } from '../my/layout.tsx'
import { isPrivate } from '../record-state.ts'

export const myFiles = handlers(serves('holder'), holderPage(), (c) => {
  const { number, visibility, standing } = c.var.held
  return c.html(
    <MyFilesPage
      frame={myFrame(c)}
      number={number}
      url={recordUrl(c.var.desk.issuer.origin, number)}
      hidden={isPrivate(visibility)}
      replaced={standing === 'superseded'}
    />,
  )
})
