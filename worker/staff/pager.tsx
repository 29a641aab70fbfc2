/** From page to page of a long list: links, so that each page has an address. */

export interface PagerProps {
  page: number
  pages: number
  /** The address of a page. */
  href: (page: number) => string
}

export function Pager({ page, pages, href }: PagerProps) {
  if (pages < 2) return null
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return (
    <nav class="pager" aria-label="Pages of the result">
      <ul>
        <li>
          {page > 1 ? (
            <a rel="prev" href={href(page - 1)}>
              Previous
            </a>
          ) : (
            <span class="soft">Previous</span>
          )}
        </li>
        {shown.map((one, i) => (
          <li>
            {i > 0 && one - (shown[i - 1] as number) > 1 && <span aria-hidden="true">…</span>}
            <a href={href(one)} aria-label={`Page ${one}`} aria-current={one === page ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
        <li>
          {page < pages ? (
            <a rel="next" href={href(page + 1)}>
              Next
            </a>
          ) : (
            <span class="soft">Next</span>
          )}
        </li>
      </ul>
    </nav>
  )
}
