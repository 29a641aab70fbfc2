/** From the bytes of a file to its text: UTF-8 and nothing else, since a wrong guess would change people's names. */
import { fromUtf8 } from '../../shared/bytes.ts'

const MAX_BYTES = 5_000_000

export type FileCode =
  | 'file-too-large'
  | 'file-empty'
  | 'file-not-csv'
  | 'file-utf16'
  | 'file-nul'
  | 'file-not-utf8'
  | 'file-quote'
  | 'file-header'
  | 'file-column-missing'
  | 'file-column-twice'
  | 'file-too-many-rows'
  | 'file-cell-too-long'

/** Nothing is read of this file. */
export interface Refusal {
  code: FileCode
  /** One sentence: why, and how to mend it. */
  refused: string
}

/** Thrown by whatever finds it, caught where the file is read. */
export class Unreadable extends Error {
  readonly refusal: Refusal
  constructor(code: FileCode, refused: string) {
    super(refused)
    this.refusal = { code, refused }
  }
}

/** XLSX (ZIP), XLS, PDF. */
const DOCUMENTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
]
/** Byte order marks; without one, one of the first two bytes is zero. */
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]

function begins(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

const AS_UTF8 = 'in the spreadsheet choose “Save as: CSV UTF-8 (Comma delimited)” and upload that file'

/**
 * @returns the text, each line end a single line feed, without a byte order mark
 * @throws Unreadable
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) {
    throw new Unreadable('file-too-large', 'This file is larger than 5 MB: split it, and upload the parts.')
  }
  if (DOCUMENTS.some((start) => begins(bytes, start))) {
    throw new Unreadable('file-not-csv', `This is a workbook or a document, not a CSV file: ${AS_UTF8}.`)
  }
  if (UTF16.some((start) => begins(bytes, start)) || (bytes[0] === 0) !== (bytes[1] === 0)) {
    throw new Unreadable('file-utf16', `This file is UTF-16 (“Unicode text”): ${AS_UTF8}.`)
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    const message = `Line ${lineAt(bytes, nul)} holds a NUL byte, which no text has: ${AS_UTF8}.`
    throw new Unreadable('file-nul', message)
  }
  const text = fromUtf8(bytes)
  if (text === null) {
    const message = `Line ${firstBrokenLine(bytes)} is not UTF-8 (perhaps it is Windows-1252): ${AS_UTF8}.`
    throw new Unreadable('file-not-utf8', message)
  }
  // One kind of line end, so that each is one character when lines are counted.
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (lines.trim() === '') throw new Unreadable('file-empty', 'This file is empty: upload the sheet itself.')
  return lines
}

function lineAt(bytes: Uint8Array, index: number): number {
  let line = 1
  for (let i = 0; i < index; i++) if (endsLine(bytes, i)) line++
  return line
}

/** No character of UTF-8 spans a line end, so each line can be tried alone. */
function firstBrokenLine(bytes: Uint8Array): number {
  let start = 0
  for (let i = 0; i < bytes.length; i++) {
    if (!endsLine(bytes, i)) continue
    if (fromUtf8(bytes.subarray(start, i)) === null) break
    start = i + 1
  }
  return lineAt(bytes, start)
}

/** LF, CRLF, or CR alone. */
function endsLine(bytes: Uint8Array, i: number): boolean {
  return bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)
}
