/** Reads what was signed, strictly: each reader returns a value that has its shape, or the whole is unreadable. */
import { type Day, isDay, isInstant } from './dates.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

class Unreadable extends Error {}

/** @returns what the reader made of it, or null where anything in it has not its shape */
export function orNull<T>(reader: () => T): T | null {
  try {
    return reader()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** Everything after it may rely on the condition. */
export function need(condition: unknown): asserts condition {
  if (!condition) throw new Unreadable()
}

export function text(value: unknown): string {
  need(typeof value === 'string' && value !== '')
  return value
}

/** What people will click on. */
export function link(value: unknown): string {
  need(/^https?:\/\//.test(text(value)) && URL.canParse(value as string))
  return value as string
}

export function hours(value: unknown): number {
  need(/^\d+(\.\d+)?$/.test(text(value)))
  return Number(value)
}

/** No other hash: md5, which Open Badges also allows, proves nothing. */
export function emailHash(value: unknown): string {
  need(/^sha256\$[0-9a-f]{64}$/.test(text(value)))
  return value as string
}

export function day(value: unknown): Day {
  need(isDay(text(value)))
  return value as Day
}

export function instant(value: unknown): string {
  need(isInstant(value))
  return value
}

export function object(value: unknown): JsonObject {
  need(isObject(value))
  return value
}

export function array(value: unknown): Json[] {
  need(Array.isArray(value))
  return value
}

export function same(value: unknown, expected: string[]): boolean {
  return JSON.stringify(value) === JSON.stringify(expected)
}

export function optional<K extends string, T>(
  name: K,
  value: unknown,
  reader: (value: unknown) => T,
): { [name in K]?: T } {
  return value === undefined ? {} : ({ [name]: reader(value) } as { [name in K]?: T })
}
