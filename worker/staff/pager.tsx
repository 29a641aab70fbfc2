/** From one page of a list to the next. */
export interface PagerProps {
  page: number
  isLast: boolean
  /** The address of a page. */
  href: (page: number) => string
}

export function Pager({ page, isLast, href }: PagerProps) {
  if (page === 1 && isLast) return null
  return (
    <nav class="do pager" aria-label="Pages">
      {page > 1 && (
        <a class="button" href={href(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <span class="soft">Page {page}</span>
      {!isLast && (
        <a class="button" href={href(page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  )
}
