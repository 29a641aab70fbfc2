/** From page to page of a long list: links, so that each page has an address. */

export interface PagerProps {
  path: string
  /** What the list was asked for, as its address carries it. */
  asked?: Record<string, string | undefined>
  page: number
  pages: number
}

/** The address of a page of a list; what was not asked for is not in it. */
export function addressOf(path: string, asked: Record<string, string | undefined>, page = 1): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1])),
  )
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${path}?${query}` : path
}

export function Pager({ path, asked = {}, page, pages }: PagerProps) {
  if (pages < 2) return null
  const href = (to: number) => addressOf(path, asked, to)
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
