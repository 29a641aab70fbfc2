/** The document that every page of the service is, whatever stands around its content. */
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Issuer } from '../../shared/issuer.ts'
import { en } from '../../shared/words/en.ts'

export interface DocumentProps {
  /** Whole. */
  title: string
  issuer: Issuer
  /** Before the stylesheets: what search engines and cards read. */
  about?: Child
  /** Further stylesheets, beside `site.css`. */
  sheets?: string[]
  /** Further elements of the head: alternates, scripts. */
  head?: Child
  class?: string
  children?: Child
}

export function Document({ title, issuer, about, sheets = [], head, class: name, children }: DocumentProps) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        {about}
        {['site', ...sheets].map((sheet) => (
          <link rel="stylesheet" href={`/${sheet}.css`} />
        ))}
        {head}
      </head>
      <body class={name}>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        {issuer.demo && (
          <aside class="demo" aria-label="Demonstration">
            {en.demo}
          </aside>
        )}
        {children}
      </body>
    </html>
  )}`
}

/** Of pages that are for one person. */
export function NoIndex() {
  return <meta name="robots" content="noindex" />
}
