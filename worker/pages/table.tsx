// biome-ignore-all lint/a11y/noRedundantRoles: a table that is drawn as blocks is none to some browsers.
/** A table that a phone can show: its rows become blocks there (`site.css`), each cell with the name of its column. */
import type { Child } from 'hono/jsx'

export function Table({ heads, caption, children }: { heads: Child[]; caption?: string; children?: Child }) {
  return (
    <table role="table">
      {caption && <caption>{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
}

export interface RowProps {
  id?: string
  class?: string
  head: Child
  /** The name of its column, and what stands in it. */
  cells: [label: string, content: Child][]
}

export function Row({ id, class: name, head, cells }: RowProps) {
  return (
    <tr role="row" id={id} class={name}>
      <th role="rowheader" scope="row">
        {head}
      </th>
      {cells.map(([label, content]) => (
        <td role="cell" data-label={label}>
          {content}
        </td>
      ))}
    </tr>
  )
}
