/** Is what is given for one set enough for it? Asked of the catalogue, as it was on the day of completion. */
import { type Agreement, awardNamed, coveredFrom } from './catalogue/institutions.ts'
import { courseNamed } from './catalogue/providers.ts'
import { PORTFOLIO } from './catalogue/references.ts'
import { addYears, type Day } from './dates.ts'
import { type Finding, quoted, reject, review } from './finding.ts'
import { isPathway, isSet, isStatementVersion, pathways, sets, statementVersions } from './programme.ts'
import { rulesOn } from './rules.ts'

export type AreaCode =
  | 'set-unknown'
  | 'pathway-unknown'
  | 'pathway-not-open'
  | 'pathway-closed'
  | 'portfolio-reference'
  | 'course-unknown'
  | 'course-of-another-set'
  | 'course-is-part'
  | 'course-not-approved'
  | 'institution-unknown'
  | 'award-not-in-agreement'
  | 'agreement-not-in-force'
  | 'set-not-covered'
  | 'statements-unknown'
  | 'statements-too-new'
  | 'statements-too-old'

type Findings = Generator<Finding<AreaCode>>

/** A set as it is claimed: what could not be read is absent, and is not judged here. */
export interface ClaimedArea {
  set: string
  pathway?: string
  statements?: string
  reference?: string
  completedOn?: Day
}

/** Everything that speaks against what is given for one set, or needs a person's look. */
export function* areaFindings(area: ClaimedArea): Findings {
  const { set, pathway } = area
  const field = `areas.${set}`
  if (!isSet(set)) {
    const message = `${quoted(set)} is no set of the program: use one of its ten names.`
    return yield reject('set-unknown', field, message)
  }
  yield* statementFindings(area, field)
  if (pathway === undefined) return
  if (!isPathway(pathway)) {
    const message = `${quoted(pathway)} is no pathway: use ${Object.keys(pathways).join(', ')}.`
    return yield reject('pathway-unknown', field, message)
  }
  yield* BY_PATHWAY[pathway](area, field)
}

const BY_PATHWAY = {
  course: courseFindings,
  portfolio: portfolioFindings,
  recognition: recognitionFindings,
}

function* courseFindings({ set, reference, completedOn }: ClaimedArea, field: string): Findings {
  if (reference === undefined) return
  const shown = quoted(reference)
  const named = courseNamed(reference)
  if (!named) {
    const message = `No approved course is known as ${shown}: correct the reference, or add the course to the catalogue.`
    return yield review('course-unknown', field, message)
  }
  const other = named.courses.find((course) => course.set !== set)
  if (other) {
    const message = `${shown} is a course for ${sets[other.set].label}: correct the reference, or move it to that area.`
    return yield review('course-of-another-set', field, message)
  }
  if (!named.whole) {
    const whole = named.bundle ? `it takes ${named.bundle}` : 'these courses were not approved together'
    const message = `${shown} is not the whole area (${whole}): correct the reference, or have the area completed.`
    yield review('course-is-part', field, message)
  }
  if (completedOn === undefined) return
  for (const { approvedFrom, approvedTo } of named.courses) {
    const from = addYears(approvedFrom, -rulesOn(approvedFrom).courseCreditYears)
    if (completedOn >= from && (approvedTo === undefined || completedOn <= approvedTo)) continue
    const message = `${shown} counts when it was completed ${span(from, approvedTo)}, not on ${completedOn}: correct the date, or look into it.`
    return yield review('course-not-approved', field, message)
  }
}

function* portfolioFindings({ reference, completedOn }: ClaimedArea, field: string): Findings {
  if (reference !== undefined && reference.toUpperCase() !== PORTFOLIO) {
    const message = `A portfolio is written ${PORTFOLIO}, not ${quoted(reference)}: correct the reference or the pathway.`
    yield review('portfolio-reference', field, message)
  }
  if (completedOn === undefined) return
  const { from, to } = pathways.portfolio
  if (completedOn < from) {
    const message = `A portfolio of ${completedOn} is older than the program (${from}): correct the date.`
    yield review('pathway-not-open', field, message)
  }
  if (to !== undefined && completedOn > to) {
    const message = `Portfolios were closed on ${to}, before this one of ${completedOn}: correct the date or the pathway, or look into it.`
    yield review('pathway-closed', field, message)
  }
}

function* recognitionFindings({ set, reference, completedOn }: ClaimedArea, field: string): Findings {
  if (reference === undefined) return
  const shown = quoted(reference)
  const named = awardNamed(reference)
  if (!named) {
    const message = `No recognized college is known as ${shown}: correct the reference, or add the agreement to the catalogue.`
    return yield review('institution-unknown', field, message)
  }
  const { agreement, award } = named
  const { institution, gaps, endedOn } = agreement
  if (gaps && (gaps.sets as string[]).includes(set)) {
    const message = `The program of ${institution} does not cover this area: give what closed the gap (${gaps.remedy}).`
    yield reject('set-not-covered', field, message)
  }
  if (award === undefined) yield review('award-not-in-agreement', field, awardMessage(agreement, shown))
  if (completedOn === undefined) return
  const from = coveredFrom(agreement)
  if (completedOn < from || (endedOn !== undefined && completedOn > endedOn)) {
    const message = `The agreement with ${institution} covers who graduated ${span(from, endedOn)}, not on ${completedOn}: correct the date, or look into it.`
    yield review('agreement-not-in-force', field, message)
  }
}

function awardMessage({ institution, awards }: Agreement, shown: string): string {
  if (!awards)
    return `Which awards the agreement with ${institution} covers is not known: look into ${shown}.`
  const known = Object.keys(awards).join(' and ')
  return `The agreement with ${institution} covers ${known}, not ${shown}: correct the award, or look into it.`
}

/** People who were on the way when the statements changed could finish under the old ones, within their time limit. */
function* statementFindings({ statements, completedOn }: ClaimedArea, field: string): Findings {
  if (statements === undefined) return
  if (!isStatementVersion(statements)) {
    const known = Object.keys(statementVersions).join(' or ')
    const message = `There is no version ${quoted(statements)} of the statements: it must be ${known}.`
    return yield reject('statements-unknown', field, message)
  }
  if (completedOn === undefined) return
  const revised = statementVersions['2012'].from
  if (statements === '2012' && completedOn < revised) {
    const message = `The statements of 2012 were not in force on ${completedOn}: correct the version or the date.`
    yield review('statements-too-new', field, message)
  }
  if (statements === '2009' && completedOn > addYears(revised, rulesOn(revised).timeLimitYears)) {
    const message = `The statements of 2009 were long replaced on ${completedOn}: correct the version or the date.`
    yield review('statements-too-old', field, message)
  }
}

function span(from: Day, to: Day | undefined): string {
  return to === undefined ? `on ${from} or later` : `from ${from} to ${to}`
}
