/** Reads a class out of declarations as TypeScript writes them: its comment, its tags, its public members. */
import type { ClassField, ClassMethod } from 'custom-elements-manifest'

/** One tag of the comment: `@cssproperty --lssc-badge-ink - text and emblem`. */
export interface Tag {
  tag: string
  /** Empty for a slot without a name, and for what names nothing. */
  name: string
  type?: string
  description: string
}

export interface Contract {
  name: string
  description: string
  tags: Tag[]
  fields: ClassField[]
  /** The class's own; an instance's are its life cycle. */
  methods: ClassMethod[]
}

const COMMENT = '/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*'
/** `readonly number: string | undefined;` or `get state(): ShownState;`, and the comment above it. */
const FIELD = new RegExp(
  `(?:${COMMENT})?^ {4}(static )?(readonly |get )?(\\w+)(?:(?<=get \\w+)\\(\\))?(?:: | = )([^;{}\\n]+);$`,
  'gm',
)
const METHOD = new RegExp(`(?:${COMMENT})?^ {4}static (\\w+)\\((.*)\\): (.+);$`, 'gm')
/** For Lit to read. */
const LITS = ['styles', 'properties', 'observedAttributes']

/** @throws when there is no such class with a comment above it */
export function readContract(declarations: string, name: string): Contract {
  const found = new RegExp(`${COMMENT}export declare class ${name} .*\\n([\\s\\S]*?)\\n}`).exec(declarations)
  if (!found) throw new Error(`There is no class ${name} with a comment.`)
  const [, comment = '', body = ''] = found
  return {
    name,
    ...readComment(comment),
    fields: [...body.matchAll(FIELD)].map(readField).filter((field) => !LITS.includes(field.name)),
    methods: [...body.matchAll(METHOD)].map(readMethod),
  }
}

function readField([, comment = '', isStatic, readonly, name = '', type = '']: string[]): ClassField {
  return {
    kind: 'field',
    name,
    ...descriptionIn(comment),
    type: { text: type },
    ...(isStatic ? { static: true } : {}),
    ...(readonly ? { readonly: true } : {}),
  }
}

function readMethod([, comment = '', name = '', parameters = '', type = '']: string[]): ClassMethod {
  return {
    kind: 'method',
    name,
    ...descriptionIn(comment),
    static: true,
    parameters: parameters.split(', ').map((parameter) => {
      const [name = '', type = ''] = parameter.split(/\??: /)
      return { name, optional: parameter.includes('?:'), type: { text: type } }
    }),
    return: { type: { text: type } },
  }
}

function descriptionIn(comment: string): { description?: string } {
  const { description } = readComment(comment)
  return description ? { description } : {}
}

function readComment(comment: string): { description: string; tags: Tag[] } {
  const [description = '', ...tags] = comment.replace(/^\s*\* ?/gm, '').split(/^@/m)
  return { description: onOneLine(description), tags: tags.map(readTag) }
}

function readTag(text: string): Tag {
  const [, tag = '', type, rest = ''] = /^(\w+) ?(?:\{(.+?)\} )?(.*)$/s.exec(text) ?? []
  const [, name = '', description = rest] = /^(\S*?) ?- (.*)$/s.exec(rest) ?? []
  return { tag, name, description: onOneLine(description), ...(type ? { type } : {}) }
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
