/** From one page of a long list to the next. */

export interface PagerProps {
  path: string
  /** Counted from 1. */
  page: number
  more: boolean
  /** What is listed. */
  label: string
  /** Other parameters of the address. */
  query?: Record<string, string>
}

export function Pager({ path, page, more, label, query = {} }: PagerProps) {
  if (page === 1 && !more) return null
  const href = (to: number) => `${path}?${new URLSearchParams({ ...query, page: String(to) })}`
  return (
    <nav class="pager" aria-label={`Pages: ${label}`}>
      {page > 1 && (
        <a class="button" href={href(page - 1)} rel="prev">
          Previous
        </a>
      )}
      <span>Page {page}</span>
      {more && (
        <a class="button" href={href(page + 1)} rel="next">
          Next
        </a>
      )}
    </nav>
  )
}
