/** What every page of a holder's own has around it. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Issuer } from '../../shared/issuer.ts'
import type { House } from '../house.ts'
import { Document, NoIndex } from '../pages/document.tsx'
import { Emblem } from '../pages/icons.tsx'
import { telephone } from '../pages/layout.tsx'
import { doors } from './doors.ts'

/** What every page is given. */
export interface MyFrame {
  issuer: Issuer
  /** Of the session; empty before there is one. */
  token: string
  /** The record that the page is about, where it is about one. */
  number?: string
  /** Every number of the session. */
  numbers: string[]
  /** The path of the page. */
  path: string
  /** What was done by the form that led here (`?done=`), by its code. */
  done?: string
}

/**
 * The frame of a request: after `holderPage` or `holderForm`, with the session's records. A page about a problem may come
 * before there is a desk, and gives its own issuer.
 */
export function myFrame(c: Context<House>): MyFrame {
  const done = c.req.query('done')
  return {
    issuer: c.var.desk?.issuer,
    token: c.var.token ?? '',
    ...(c.var.held ? { number: c.var.held.number } : {}),
    numbers: c.var.holding?.numbers ?? [],
    path: c.req.path,
    ...(done ? { done } : {}),
  }
}

export interface MyPageProps {
  frame: MyFrame
  title: string
  /** Says what was just done, by its code in the address; codes that are not here say nothing. */
  notices?: Record<string, Child>
  head?: Child
  children?: Child
}

export function MyPage({ frame, title, notices = {}, head, children }: MyPageProps) {
  const { issuer, token, done, number } = frame
  const notice = done !== undefined && Object.hasOwn(notices, done) ? notices[done] : null
  return (
    <Document
      title={`${title} · My LSSC page`}
      issuer={issuer}
      about={<NoIndex />}
      sheets={['forms', 'my']}
      head={head}
      class="my"
    >
      <header class="mine">
        <a class="home" href={token ? '/my' : '/'}>
          <Emblem size="small" />
          <span>
            <b>My LSSC page</b> <span class="soft">only you see these pages</span>
          </span>
        </a>
        {token && <SignOut token={token} />}
      </header>
      {number && <Doors number={number} path={frame.path} several={frame.numbers.length > 1} />}
      <main id="main" tabindex={-1}>
        <h1>{title}</h1>
        {notice && (
          <div class="notice" role="status">
            {notice}
          </div>
        )}
        {children}
      </main>
      <Foot issuer={issuer} signedIn={token !== ''} />
    </Document>
  )
}

function SignOut({ token }: { token: string }) {
  return (
    <form method="post" action="/my/sign-out">
      <input type="hidden" name="token" value={token} />
      <button type="submit" class="button">
        Sign out
      </button>
    </form>
  )
}

/** On a small screen only the ways back stand here: the overview leads everywhere. */
function Doors({ number, path, several }: { number: string; path: string; several: boolean }) {
  const own = `/my/${number}`
  return (
    <nav class="doors-bar" aria-label={`Record ${number}`}>
      <ul>
        {several && (
          <li class="back">
            <a href="/my">All my records</a>
          </li>
        )}
        <li class="back">
          <a href={own} aria-current={path === own ? 'page' : undefined}>
            Overview
          </a>
        </li>
        {doors.map((door) => (
          <li>
            <a href={own + door.path} aria-current={isAt(path, own + door.path) ? 'page' : undefined}>
              {door.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** At a door, or at a page behind it. */
function isAt(path: string, door: string): boolean {
  return path === door || path.startsWith(`${door}/`)
}

function Foot({ issuer, signedIn }: { issuer: Issuer; signedIn: boolean }) {
  return (
    <footer class="site">
      <div>
        <p>
          Questions? {issuer.short} answers: <a href={telephone(issuer)}>{issuer.phone}</a>
          {' · '}
          <a href={`mailto:${issuer.email}`}>{issuer.email}</a>
          {' · '}
          <a href="/help">ask in writing</a>
        </p>
        {signedIn ? (
          <p class="soft">
            Could somebody else get in here, or did you leave a machine signed in?{' '}
            <a href="/my/link">Lock others out</a>
          </p>
        ) : (
          <p class="soft">
            <a href="/">Check a record</a>
          </p>
        )}
      </div>
    </footer>
  )
}
