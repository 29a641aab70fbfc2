/**
 * The areas that a job names, as one line of text: ids separated by spaces, each with the ad's own phrases behind it
 * where they are known. `cataloging-and-classification (copy cataloging; RDA) technology`
 */
import { isSet, type SetId } from './areas.ts'

export interface RelatedArea {
  set: SetId
  /** The ad's own words, as it writes them, in its order. */
  phrases: string[]
}

/** What is no id of an area is left out. */
export function readJobAreas(text: string): RelatedArea[] {
  return [...text.matchAll(/([\w-]+)[\s,]*(?:\(([^)]*)\))?/g)].flatMap(([, set, phrases = '']) =>
    isSet(set)
      ? {
          set,
          phrases: phrases
            .split(';')
            .map((one) => one.trim())
            .filter(Boolean),
        }
      : [],
  )
}

/** The same areas as such a line. */
export function writeJobAreas(related: RelatedArea[]): string {
  const written = (phrases: string[]) => phrases.map((one) => one.replace(/[();]+/g, ' ').trim()).join('; ')
  return related
    .map(({ set, phrases }) => (phrases.length > 0 ? `${set} (${written(phrases)})` : set))
    .join(' ')
}
