/** What the documentation's pages load: a stylesheet, the copy buttons, and with a playground the badge itself. */
export function docsHead({ playground = false }: { playground?: boolean } = {}) {
  return (
    <>
      <link rel="stylesheet" href="/docs.css" />
      <script type="module" src="/browser/copy.js" />
      {playground && <script type="module" src="/browser/playground.js" />}
      {playground && <script type="module" src="/widget/v1/lssc-badge.js" />}
    </>
  )
}
