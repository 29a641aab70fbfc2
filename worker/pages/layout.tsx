/** What every page of the service has around it. */
import type { Child } from 'hono/jsx'
import { bare, type Issuer } from '../../shared/issuer.ts'
import { isTestNumber } from '../../shared/number.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { Document, NoIndex } from './document.tsx'
import { Emblem } from './icons.tsx'
import { LinkCard } from './link-card.tsx'

export interface LayoutProps {
  /** Without the service's name, which is added. */
  title: string
  description?: string | undefined
  issuer: Issuer
  /** The page's own address, for its canonical link and for cards of it elsewhere. */
  url?: string | undefined
  /** False: a link to it is a bare link wherever it is pasted. */
  card?: boolean
  /** Leave it out of search results. */
  noindex?: boolean
  /** Further elements of the head: alternates, scripts. */
  head?: Child
  /** For tables, wider than one measure of text. */
  wide?: boolean
  children?: Child
}

export function Layout({
  title,
  description,
  issuer,
  url,
  noindex,
  card = true,
  head,
  wide,
  children,
}: LayoutProps) {
  return (
    <Document
      title={`${title} · LSSC Badge`}
      issuer={issuer}
      about={
        <>
          {description && <meta name="description" content={description} />}
          {noindex && <NoIndex />}
          {card && (
            <LinkCard
              title={title}
              description={description}
              url={url}
              origin={issuer.origin}
              demo={issuer.demo}
            />
          )}
        </>
      }
      head={head}
    >
      <header class="site">
        <a href="/">
          <Emblem size="small" />
          <span>
            <b>LSSC Badge</b> <span class="soft">Library Support Staff Certification · {issuer.short}</span>
          </span>
        </a>
      </header>
      <main id="main" tabindex={-1} class={wide ? 'wide' : undefined}>
        {children}
      </main>
      <Footer issuer={issuer} />
    </Document>
  )
}

function Footer({ issuer }: { issuer: Issuer }) {
  return (
    <footer class="site">
      <div>
        <p>
          <b>{issuer.name}</b>
        </p>
        <Contact issuer={issuer} />
        <Office issuer={issuer} />
        <p class="soft screen">
          Checking is free. No account, no cookies, nobody else’s scripts.{' '}
          <a href="/achievements/lssc">What is LSSC?</a>
          {'\u00a0· '}
          <a href="/my">For holders</a>
          {'\u00a0· '}
          <a href="/help">Ask the office</a>
          {'\u00a0· '}
          <a href="/docs">For job boards and applicant systems</a>
        </p>
      </div>
    </footer>
  )
}

/** Telephone, e-mail and own page, each spelled out: they can be looked up elsewhere, and they survive paper. */
function Contact({ issuer }: { issuer: Issuer }) {
  return (
    <ul class="contact">
      <li>
        <a href={telephone(issuer)}>{issuer.phone}</a>
      </li>
      <li>
        <a href={`mailto:${issuer.email}`}>{issuer.email}</a>
      </li>
      <li>
        <a href={issuer.url}>{bare(issuer.url)}</a>
      </li>
    </ul>
  )
}

/** When it answers, and a page that a reader can find by themselves and that leads back here. */
function Office({ issuer: { hours, linkedFrom } }: { issuer: Issuer }) {
  if (!hours && !linkedFrom) return null
  return (
    <p class="soft">
      {hours && <>Office hours: {hours}. </>}
      {linkedFrom && (
        <>
          The office links to this service from <a href={linkedFrom}>{bare(linkedFrom)}</a>.
        </>
      )}
    </p>
  )
}

/**
 * The issuer, as a page about a record tells it: a test record is a demonstration whoever the issuer is.
 * @param of the number and the verdict, as far as there are any
 */
export function issuerOfPage(
  issuer: Issuer,
  of: { number?: string; verdict?: Pick<Verdict, 'test'> },
): Issuer {
  const isTest = of.verdict?.test || isTestNumber(of.number ?? '')
  return isTest ? { ...issuer, demo: true } : issuer
}

export function telephone({ phone }: Issuer): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
