/** Structured data in a page: for machines that read pages, and never for a person. */
import { raw } from 'hono/html'

/**
 * A data block (HTML §4.12.1): no browser runs it, so no policy needs to allow it.
 * @param data written so that nothing in it can end the block
 */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
}
