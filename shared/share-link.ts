/** Share links: `{origin}/s/{secret}`. The secret opens what one reader is shown; it is in no signed document. */

/** 144 bits: in base64url, 24 letters without a bit to spare, so that each secret has one spelling. */
export const SECRET_BYTES = 18

const SECRET = /^[\w-]{24}$/

export function isShareSecret(text: string): boolean {
  return SECRET.test(text)
}

export function shareUrl(origin: string, secret: string): string {
  return `${origin}/s/${secret}`
}

/**
 * Reads a share link as people paste it, with or without its scheme.
 * @returns what stands in the place of its secret, whole or not; null where it is no share link of this origin
 */
export function readShareLink(input: string, origin: string): string | null {
  const text = input.trim()
  if (text.length > 500 || /\s/.test(text)) return null
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const { host, username, pathname } = new URL(address)
  if (host !== new URL(origin).host || username) return null
  return /^\/s\/([\w-]*)/.exec(pathname)?.[1] ?? null
}
