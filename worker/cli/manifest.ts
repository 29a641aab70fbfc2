/**
 * `custom-elements.json`, for editors and documentation: the contract that stands above the element's class, in the
 * form that tools read.
 */
import type {
  Attribute,
  CustomElementDeclaration,
  CustomElementField,
  Export,
  Module,
  Package,
} from 'custom-elements-manifest'
import { states } from '../../shared/verdict.ts'
import { readContract, type Tag } from './contract.ts'

const TAG = 'lssc-badge'
/** Only the issuer's own page comes to these; a badge does not. */
const NOT_BADGES = ['not-on-file', 'link-ended']
const CODES = [...states, 'checking', 'unreachable'].filter((code) => !NOT_BADGES.includes(code))

/** Where no property says of what type an attribute is, or only by a name. */
const TYPES: Record<string, string> = {
  eager: 'boolean',
  lang: 'string',
  state: CODES.map((code) => `'${code}'`).join(' | '),
}

/** @param declarations gives those of a file, as TypeScript writes them */
export function manifest(declarations: (file: string) => string): Package {
  const badge = elementIn(declarations('widget/badge.ts'))
  const { fields, methods, tags, ...event } = readContract(
    declarations('widget/events.ts'),
    'LsscResultEvent',
  )
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      moduleOf('index.js', [badge, { kind: 'class', ...event, members: [...fields, ...methods] }]),
      moduleOf('define.js', [], {
        kind: 'custom-element-definition',
        name: TAG,
        declaration: { name: badge.name, module: 'index.js' },
      }),
    ],
  }
}

function moduleOf(
  path: string,
  declarations: NonNullable<Module['declarations']>,
  ...more: Export[]
): Module {
  const exports = declarations.map(
    ({ name }): Export => ({ kind: 'js', name, declaration: { name, module: path } }),
  )
  return { kind: 'javascript-module', path, declarations, exports: [...exports, ...more] }
}

function elementIn(declarations: string): CustomElementDeclaration {
  const { name, description, tags, fields, methods } = readContract(declarations, 'LsscBadge')
  const all = (tag: string) => tags.filter((one) => one.tag === tag).flatMap(forEachCode)
  const named = (tag: string) => all(tag).map(({ name, description }) => ({ name, description }))
  const attributes = named('attr').map((attribute): Attribute => {
    const field = fields.find((one) => !one.static && kebab(one.name) === attribute.name)
    const type = TYPES[attribute.name] ?? field?.type?.text.replace(/ \| (?:null|undefined)\b/g, '')
    return {
      ...attribute,
      ...(type ? { type: { text: type } } : {}),
      ...(field ? { fieldName: field.name } : {}),
    }
  })
  const members = fields.map((field): CustomElementField => {
    const attribute = attributes.find(({ fieldName }) => fieldName === field.name)
    if (!attribute) return field
    const { name, description = '' } = attribute
    return { description, ...field, attribute: name, reflects: field.readonly === true }
  })
  return {
    kind: 'class',
    customElement: true,
    tagName: TAG,
    name,
    summary: tags.find(({ tag }) => tag === 'summary')?.description ?? '',
    description,
    superclass: { name: 'ReactiveElement', package: '@lit/reactive-element' },
    members: [...members, ...methods],
    attributes,
    events: all('event').map(({ name, description, type = 'Event' }) => ({
      name,
      description,
      type: { text: type },
    })),
    slots: named('slot'),
    cssParts: named('csspart'),
    cssProperties: named('cssproperty'),
    cssStates: named('cssstate'),
  }
}

/** One line of the contract that speaks of CODE stands for each of them. */
function forEachCode({ name, description, ...tag }: Tag): Tag[] {
  if (!name.includes('CODE')) return [{ name, description, ...tag }]
  return CODES.map((code) => ({
    ...tag,
    name: name.replace('CODE', code),
    description: description.replace('CODE', code),
  }))
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
