// biome-ignore-all lint/a11y/noRedundantRoles: a table that is drawn as blocks is none to some browsers.
/**
 * A table that a phone can show: its rows become blocks there (`docs.css`), each cell with the name of its column.
 */
import type { Child } from 'hono/jsx'

export function Table({ heads, children }: { heads: string[]; children?: Child }) {
  return (
    <table role="table">
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
  head: Child
  /** The name of its column, and what stands in it. */
  cells: [label: string, content: Child][]
}

export function Row({ id, head, cells }: RowProps) {
  return (
    <tr role="row" id={id}>
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
