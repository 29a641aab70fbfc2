/** base58btc with its multibase prefix `z`, as key documents spell public keys. */

const SYMBOLS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** @returns `z` and the base58btc spelling of the bytes */
export function base58btc(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (; value > 0n; value /= 58n) text = SYMBOLS[Number(value % 58n)] + text
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`
}

/** @returns the bytes that this spells, or null when it is no base58btc */
export function fromBase58btc(text: string): Uint8Array<ArrayBuffer> | null {
  const digits = text.slice(1)
  if (!text.startsWith('z') || digits.length > 256 || [...digits].some((one) => !SYMBOLS.includes(one)))
    return null
  const zeros = digits.length - digits.replace(/^1+/, '').length
  let value = [...digits].reduce((sum, digit) => sum * 58n + BigInt(SYMBOLS.indexOf(digit)), 0n)
  const bytes: number[] = []
  for (; value > 0n; value /= 256n) bytes.unshift(Number(value % 256n))
  return Uint8Array.from([...Array(zeros).fill(0), ...bytes])
}
