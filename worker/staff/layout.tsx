/** What every page of the office's console has around it. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Issuer } from '../../shared/issuer.ts'
import type { House } from '../house.ts'
import { Document, NoIndex } from '../pages/document.tsx'
import { Emblem } from '../pages/icons.tsx'
import { FormToken } from '../pages/session-form.tsx'
import { may, type Person, type Role } from '../roles.ts'

/** What every page is given: whose office, who is signed in, and what their forms must carry. */
export interface Frame {
  issuer: Issuer
  /** Absent on pages that anyone sees: sign-in, and problems before it. */
  staff?: Person
  token: string
  /** The path of the page. */
  path: string
  /** What was done by the form that led here (`?done=`), by its code. */
  done?: string
}

/** The frame of a request: after `staffPage` or `staffForm`, with the person. */
export function frameOf(c: Context<House>): Frame {
  const done = c.req.query('done')
  return {
    issuer: c.var.desk?.issuer,
    ...(c.var.staff ? { staff: c.var.staff } : {}),
    token: c.var.token ?? '',
    path: c.req.path,
    ...(done ? { done } : {}),
  }
}

/** What the console's pages stand under. */
const doors: [path: string, text: string, needed: Role][] = [
  ['/staff', 'Today', 'viewer'],
  ['/staff/find', 'Find', 'viewer'],
  ['/staff/issue', 'Issue', 'issuer'],
  ['/staff/imports', 'Import', 'issuer'],
  ['/staff/requests', 'Requests', 'viewer'],
  ['/staff/approvals', 'Approvals', 'viewer'],
  ['/staff/mail', 'Mail', 'viewer'],
  ['/staff/audit', 'Audit', 'viewer'],
  ['/staff/office', 'Office', 'viewer'],
]

export interface StaffLayoutProps {
  frame: Frame
  title: string
  /** Above the title: what this page stands under. */
  trail?: [href: string, text: string]
  /** The door that it stands behind, where its own path does not begin with it. */
  door?: string
  /** Says what was just done, by its code in the address; codes that are not here say nothing. */
  notices?: Record<string, Child>
  head?: Child
  children?: Child
}

export function StaffLayout({ frame, title, trail, door, notices = {}, head, children }: StaffLayoutProps) {
  const { issuer, staff, done } = frame
  const notice = done !== undefined && Object.hasOwn(notices, done) ? notices[done] : null
  return (
    <Document
      title={`${title} · Office · LSSC Badge`}
      issuer={issuer}
      about={<NoIndex />}
      sheets={['forms', 'staff', 'staff-pages']}
      head={head}
      class="staff"
    >
      <header class="office">
        <a class="home" href="/staff">
          <Emblem size="small" />
          <span>
            <b>LSSC Badge</b> <span class="soft">Office of {issuer.short}</span>
          </span>
        </a>
        {staff && <SignedInAs staff={staff} token={frame.token} />}
      </header>
      {staff && <Doors staff={staff} path={door ?? frame.path} />}
      <main id="main" tabindex={-1}>
        {trail && (
          <p class="trail">
            <a href={trail[0]}>{trail[1]}</a>
          </p>
        )}
        <h1>{title}</h1>
        {notice && (
          <div class="notice" role="status">
            {notice}
          </div>
        )}
        {children}
      </main>
    </Document>
  )
}

function SignedInAs({ staff, token }: { staff: Person; token: string }) {
  return (
    <form class="person" method="post" action="/staff/sign-out">
      <FormToken token={token} />
      <span>
        {staff.name} <span class="soft">({staff.role})</span>
      </span>
      <button type="submit" class="button quiet-button">
        Sign out
      </button>
    </form>
  )
}

function Doors({ staff, path }: { staff: Person; path: string }) {
  const here = doors
    .filter(([door]) => path === door || (door !== '/staff' && path.startsWith(`${door}/`)))
    .at(-1)?.[0]
  return (
    <nav class="doors-bar" aria-label="Office">
      <ul>
        {doors
          .filter(([, , needed]) => may(staff.role, needed))
          .map(([href, text]) => (
            <li>
              <a href={href} aria-current={href === here ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
